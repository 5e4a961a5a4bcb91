import { defineTable, day, recordColumns, text, uuid } from '@crm/platform/db';

export const secretaryAssignmentTable = defineTable('secretary_assignment', {
  id: uuid(),
  userId: uuid().references('app_user'),
  enterpriseId: uuid().references('enterprise'),
  role: text(),
  kind: text().default('general'),
  fromDay: day(),
  toDay: day().nullable(),
  reason: text().default(''),
  assignedBy: uuid().nullable().references('app_user'),
  ...recordColumns(),
});
