import { defineTable, day, instant, integer, json, recordColumns, text, uuid } from '@crm/platform/db';

export const contractAmendmentTable = defineTable('contract_amendment', {
  id: uuid().references('contract'),
  contractId: uuid().references('contract'),
  state: text(),
  reason: text(),
  changes: json<unknown>(),
  before: json<unknown>().nullable(),
  after: json<unknown>().nullable(),
  parentVersion: integer().nullable(),
  askedBy: uuid().nullable().references('app_user'),
  inForceFrom: instant().nullable(),
  ...recordColumns(),
});

export const contractFullProductionTable = defineTable('contract_full_production', {
  id: uuid(),
  contractId: uuid().references('contract'),
  year: integer().nullable(),
  day: day().nullable(),
  knownFrom: instant(),
  knownTo: instant().computed('now()'),
});
