import type { Consequence } from '@crm/api-contract/decisions';
import type { Verdict } from '@crm/domain/commitments';
import type { ClauseThreshold, ConsequenceKind, DecisionKind, DecisionState } from '@crm/domain/decisions';
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
import type { TypedAmount } from '../contracts/contract.entity.js';

/** 后果条款: the consequence of a missed commitment. */
export const consequenceClauseTable = defineTable('consequence_clause', {
  id: uuid(),
  contractId: uuid().references('contract'),
  kind: text<ConsequenceKind>(),
  createdBy: uuid().nullable().references('app_user').hidden(),
  ...quietRecordColumns(),
});

/** One version of a clause's wording: in force from one instant to another. */
export const consequenceWordingTable = defineTable('consequence_wording', {
  id: uuid(),
  clauseId: uuid().references('consequence_clause'),
  text: text(),
  indicators: textList<PromisedIndicator>(),
  /** The verdict from which the clause applies. */
  bitesFrom: text<ClauseThreshold>(),
  cureDays: integer().nullable(),
  percent: numeric(10, 6).nullable(),
  reason: text().nullable(),
  endReason: text().later(),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

/** Stored with the decision: the result of each clause on the day of the request. */
export type DecidedClause = Omit<Consequence, 'applies' | 'taken' | 'settled'>;

/** 执行, 延期, 豁免 of a missed commitment; amounts as on the day of the request. */
export const consequenceDecisionTable = defineTable('consequence_decision', {
  id: uuid(),
  contractId: uuid().references('contract'),
  commitmentId: uuid().references('commitment'),
  indicator: text<PromisedIndicator>(),
  year: integer(),
  kind: text<DecisionKind>(),
  until: day().nullable(),
  reason: text(),
  verdict: text<Verdict>().nullable(),
  attainmentPercent: numeric().nullable(),
  shortfallExact: numeric().nullable(),
  amountWanExact: numeric().nullable(),
  clauses: json<readonly DecidedClause[]>().default([]),
  state: text<DecisionState>().default('waiting'),
  requestedBy: uuid().nullable().references('app_user').hidden(),
  requestedAt: instant().computed('now()'),
  approvalId: uuid().later(),
  decidedBy: uuid().later().references('app_user').hidden(),
  decidedAt: instant().later(),
  returnReason: text().later(),
  demo: flag().default(false).hidden(),
});

/** Money received after an enforcement. */
export const consequenceOutcomeTable = defineTable('consequence_outcome', {
  id: uuid(),
  decisionId: uuid().references('consequence_decision'),
  receivedWan: amount(),
  entered: json<TypedAmount>(),
  receivedOn: day(),
  note: text().default(''),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});
