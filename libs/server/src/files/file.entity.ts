import type { FileSubjectType } from '@crm/api-contract/files';
import type { FileKind } from '@crm/domain/files';
import { defineTable, instant, integer, recordColumns, text, uuid } from '@crm/platform/db';

/** 附件: the content is in the vault under its id. */
export const fileTable = defineTable('file', {
  id: uuid(),
  subjectType: text<FileSubjectType>(),
  subjectId: uuid(),
  contractId: uuid().nullable().references('contract'),
  name: text(),
  kind: text<FileKind>(),
  bytes: integer(),
  sha256: text(),
  note: text().default(''),
  uploadedBy: uuid().nullable().references('app_user'),
  removedAt: instant().later(),
  removedBy: uuid().later().references('app_user'),
  removedReason: text().later(),
  ...recordColumns(),
});
