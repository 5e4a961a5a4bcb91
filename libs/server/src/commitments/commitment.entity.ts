import { defineTable, amount, day, instant, integer, json, numeric, recordColumns, text, uuid } from '@crm/platform/db';

export const commitmentTable = defineTable('commitment', {
  id: uuid(),
  contractId: uuid().references('contract'),
  indicator: text(),
  createdBy: uuid().nullable().references('app_user'),
  importId: uuid().nullable(),
  ...recordColumns(),
});

export const commitmentTermTable = defineTable('commitment_term', {
  id: uuid(),
  commitmentId: uuid().references('commitment'),
  master: text(),
  perMuWan: amount().nullable(),
  total: amount().nullable(),
  entered: json<unknown>(),
  fromYear: integer().nullable(),
  dueOn: day().nullable(),
  lastYear: integer().nullable(),
  ramp: json<unknown>().default([]),
  tolerancePercent: numeric(9, 6).nullable(),
  clause: text().nullable(),
  measuredBy: text().nullable(),
  reason: text().nullable(),
  enteredBy: uuid().nullable().references('app_user'),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

export const actualTable = defineTable('actual', {
  id: uuid(),
  contractId: uuid().references('contract'),
  indicator: text(),
  year: integer(),
  value: amount(),
  entered: json<unknown>(),
  source: text(),
  note: text().default(''),
  enteredBy: uuid().nullable().references('app_user'),
  verifiedBy: uuid().nullable().references('app_user'),
  verifiedAt: instant().nullable(),
  correctsId: uuid().nullable().references('actual'),
  correctionReason: text().nullable(),
  importId: uuid().nullable(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

export const waiverTable = defineTable('waiver', {
  id: uuid(),
  commitmentId: uuid().references('commitment'),
  year: integer(),
  reason: text(),
  decidedBy: uuid().nullable().references('app_user'),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
  requestedBy: uuid().nullable().references('app_user'),
});
