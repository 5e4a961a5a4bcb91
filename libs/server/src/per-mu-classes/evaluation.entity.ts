import type { EvaluatedFirm, EvaluationFormula } from '@crm/api-contract/per-mu-classes';
import {
  defineTable,
  amount,
  flag,
  instant,
  integer,
  json,
  numeric,
  quietRecordColumns,
  text,
  uuid,
} from '@crm/platform/db';

/** 亩均论英雄: the formula of a round; each round keeps its own copy. */
export const evaluationFormulaTable = defineTable('evaluation_formula', {
  id: uuid(),
  number: integer(),
  items: json<EvaluationFormula['items']>(),
  capped: flag(),
  bands: json<EvaluationFormula['bands']>(),
  reason: text(),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

/** One year, with its own copy of the formula. */
export const evaluationRoundTable = defineTable('evaluation_round', {
  id: uuid(),
  year: integer(),
  status: text<'draft' | 'closed'>().default('draft'),
  items: json<EvaluationFormula['items']>(),
  capped: flag(),
  bands: json<EvaluationFormula['bands']>(),
  closedAt: instant().later(),
  closedBy: uuid().later().references('app_user').hidden(),
  reopenReason: text().later(),
  createdBy: uuid().nullable().references('app_user').hidden(),
  ...quietRecordColumns(),
});

/** An enterprise that takes part in a round. */
export const evaluationFirmTable = defineTable('evaluation_firm', {
  id: uuid(),
  roundId: uuid().references('evaluation_round'),
  enterpriseId: uuid().references('enterprise'),
  leftOutReason: text().later(),
});

/** A value of an enterprise, in force from one instant to another. */
export const evaluationValueTable = defineTable('evaluation_value', {
  id: uuid(),
  firmId: uuid().references('evaluation_firm'),
  item: text(),
  value: amount(),
  source: text(),
  reason: text().nullable(),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

/** The result of a closed round; reopening marks it as superseded. */
export const evaluationResultTable = defineTable('evaluation_result', {
  id: uuid(),
  firmId: uuid().references('evaluation_firm'),
  score: numeric(),
  rank: integer(),
  class: text(),
  /** The points of each item. */
  parts: json<NonNullable<EvaluatedFirm['result']>['parts']>(),
  frozenAt: instant().computed('now()'),
  supersededAt: instant().later(),
});
