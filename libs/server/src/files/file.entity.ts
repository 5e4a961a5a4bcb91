import { defineTable, instant, integer, recordColumns, text, uuid } from '@crm/platform/db';

export const fileTable = defineTable('file', {
  id: uuid(),
  subjectType: text(),
  subjectId: uuid(),
  contractId: uuid().nullable().references('contract'),
  name: text(),
  kind: text(),
  bytes: integer(),
  sha256: text(),
  note: text().default(''),
  uploadedBy: uuid().nullable().references('app_user'),
  removedAt: instant().nullable(),
  removedBy: uuid().nullable().references('app_user'),
  removedReason: text().nullable(),
  ...recordColumns(),
});
