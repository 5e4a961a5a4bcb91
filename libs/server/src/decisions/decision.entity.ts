import type { ClauseThreshold, ConsequenceKind } from '@crm/domain/decisions';
import type { PromisedIndicator } from '@crm/domain/standards';
import {
  defineTable,
  amount,
  day,
  flag,
  instant,
  integer,
  json,
  numeric,
  quietRecordColumns,
  text,
  textList,
  uuid,
} from '@crm/platform/db';

/** 后果条款: what follows when a promise is missed. */
export const consequenceClauseTable = defineTable('consequence_clause', {
  id: uuid(),
  contractId: uuid().references('contract'),
  kind: text<ConsequenceKind>(),
  createdBy: uuid().nullable().references('app_user').hidden(),
  ...quietRecordColumns(),
});

/** A wording of a clause: in force from one instant to another. */
export const consequenceWordingTable = defineTable('consequence_wording', {
  id: uuid(),
  clauseId: uuid().references('consequence_clause'),
  text: text(),
  indicators: textList<PromisedIndicator>(),
  /** The verdict from which on it applies. */
  bitesFrom: text<ClauseThreshold>(),
  cureDays: integer().nullable(),
  percent: numeric(10, 6).nullable(),
  reason: text().nullable(),
  endReason: text().later(),
  enteredBy: uuid().nullable().references('app_user').hidden(),
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
