import { defineTable, bytes, flag, instant, integer, json, recordColumns, text, uuid } from '@crm/platform/db';

export const importTable = defineTable('import', {
  id: uuid(),
  kind: text(),
  fileName: text(),
  bytes: integer(),
  sha256: text(),
  status: text().default('uploaded'),
  sheet: text().nullable(),
  sheets: json<unknown>().default([]),
  dateSystem: integer().default(1900),
  merges: json<unknown>().default([]),
  headerFirst: integer().nullable(),
  headerLast: integer().nullable(),
  columns: json<unknown>().default([]),
  units: json<unknown>().default({}),
  skipped: json<unknown>().default([]),
  unitChecks: json<unknown>().default([]),
  notices: json<unknown>().default([]),
  counts: json<unknown>().nullable(),
  failure: json<unknown>().nullable(),
  result: json<unknown>().nullable(),
  createdBy: uuid().references('app_user'),
  committedBy: uuid().nullable().references('app_user'),
  committedAt: instant().nullable(),
  revertedBy: uuid().nullable().references('app_user'),
  revertedAt: instant().nullable(),
  ...recordColumns(),
  questions: json<unknown>().default([]),
  confirmed: json<unknown>().default([]),
  undo: json<unknown>().nullable(),
  askedAt: instant().computed('now()'),
  endedAt: instant().nullable(),
  hiddenColumns: json<unknown>().default([]),
});

export const importFileTable = defineTable('import_file', {
  importId: uuid().primary().references('import'),
  content: bytes(),
});

export const importMappingTable = defineTable('import_mapping', {
  id: uuid(),
  kind: text(),
  fingerprint: text(),
  columns: json<unknown>(),
  units: json<unknown>(),
  savedBy: uuid().references('app_user'),
  ...recordColumns(),
  departmentId: uuid().nullable().references('department'),
});

export const importProgressTable = defineTable('import_progress', {
  importId: uuid().primary().references('import'),
  done: integer(),
  total: integer(),
});

export const importRowTable = defineTable('import_row', {
  importId: uuid().primary().references('import'),
  row: integer().primary(),
  kind: text().nullable(),
  hidden: flag().default(false),
  cells: json<unknown>(),
  fixes: json<unknown>().default({}),
  outcome: text().nullable(),
  faults: json<unknown>().default([]),
  notices: json<unknown>().default([]),
  entry: json<unknown>().nullable(),
});
