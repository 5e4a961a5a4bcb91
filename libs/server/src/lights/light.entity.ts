import { defineTable, amount, instant, integer, json, recordColumns, text, uuid } from '@crm/platform/db';

export const lightBandsTable = defineTable('light_bands', {
  id: uuid(),
  number: integer(),
  bands: json<unknown>(),
  reason: text(),
  enteredBy: uuid().nullable().references('app_user'),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

export const paceTargetTable = defineTable('pace_target', {
  id: uuid(),
  subjectKind: text(),
  parkId: uuid().nullable().references('park'),
  projectId: uuid().nullable().references('investment_project'),
  contractId: uuid().nullable().references('contract'),
  indicator: text(),
  year: integer(),
  createdBy: uuid().nullable().references('app_user'),
  ...recordColumns(),
});

export const paceFigureTable = defineTable('pace_figure', {
  id: uuid(),
  targetId: uuid().references('pace_target'),
  month: integer(),
  kind: text(),
  valueWan: amount(),
  entered: json<unknown>(),
  source: text(),
  reason: text().nullable(),
  enteredBy: uuid().nullable().references('app_user'),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});
