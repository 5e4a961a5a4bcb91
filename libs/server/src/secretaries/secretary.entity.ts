import type { AssignmentRole, SecretaryKind } from '@crm/domain/secretaries';
import { defineTable, day, quietRecordColumns, text, uuid } from '@crm/platform/db';

/** Which person looks after an enterprise, from one day to another. */
export const secretaryAssignmentTable = defineTable('secretary_assignment', {
  id: uuid(),
  userId: uuid().references('app_user'),
  enterpriseId: uuid().references('enterprise'),
  role: text<AssignmentRole>(),
  kind: text<SecretaryKind>().default('general'),
  fromDay: day(),
  toDay: day().nullable(),
  reason: text().default(''),
  assignedBy: uuid().nullable().references('app_user').hidden(),
  ...quietRecordColumns(),
});
