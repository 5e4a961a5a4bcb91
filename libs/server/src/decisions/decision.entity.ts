import {
  defineTable,
  amount,
  day,
  flag,
  instant,
  integer,
  json,
  numeric,
  recordColumns,
  text,
  textList,
  uuid,
} from '@crm/platform/db';

export const consequenceClauseTable = defineTable('consequence_clause', {
  id: uuid(),
  contractId: uuid().references('contract'),
  kind: text(),
  createdBy: uuid().nullable().references('app_user'),
  ...recordColumns(),
});

export const consequenceWordingTable = defineTable('consequence_wording', {
  id: uuid(),
  clauseId: uuid().references('consequence_clause'),
  text: text(),
  indicators: textList(),
  bitesFrom: text(),
  cureDays: integer().nullable(),
  percent: numeric(10, 6).nullable(),
  reason: text().nullable(),
  endReason: text().nullable(),
  enteredBy: uuid().nullable().references('app_user'),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

export const consequenceDecisionTable = defineTable('consequence_decision', {
  id: uuid(),
  contractId: uuid().references('contract'),
  commitmentId: uuid().references('commitment'),
  indicator: text(),
  year: integer(),
  kind: text(),
  until: day().nullable(),
  reason: text(),
  verdict: text().nullable(),
  attainmentPercent: numeric().nullable(),
  shortfallExact: numeric().nullable(),
  amountWanExact: numeric().nullable(),
  clauses: json<unknown>().default([]),
  state: text().default('waiting'),
  requestedBy: uuid().nullable().references('app_user'),
  requestedAt: instant().computed('now()'),
  approvalId: uuid().nullable(),
  decidedBy: uuid().nullable().references('app_user'),
  decidedAt: instant().nullable(),
  returnReason: text().nullable(),
  demo: flag().default(false),
});

export const consequenceOutcomeTable = defineTable('consequence_outcome', {
  id: uuid(),
  decisionId: uuid().references('consequence_decision'),
  receivedWan: amount(),
  entered: json<unknown>(),
  receivedOn: day(),
  note: text().default(''),
  enteredBy: uuid().nullable().references('app_user'),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});
