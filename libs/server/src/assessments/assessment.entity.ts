import type { Verdict } from '@crm/domain/commitments';
import { indicators, type Indicator, type PromisedIndicator } from '@crm/domain/standards';
import { defineTable, amount, day, flag, instant, integer, numeric, text, uuid } from '@crm/platform/db';

/** The verdict of one commitment in one year. A changed verdict replaces it, and the old one is kept. */
export const assessmentTable = defineTable('assessment', {
  id: uuid(),
  contractId: uuid().references('contract'),
  commitmentId: uuid().references('commitment'),
  indicator: text<PromisedIndicator>(),
  year: integer(),
  dueOn: day(),
  verdict: text<Verdict>(),
  areaMu: amount().nullable(),
  requiredExact: numeric(),
  actual: numeric().nullable(),
  attainmentPercent: numeric().nullable(),
  shortfallExact: numeric().nullable(),
  clawbackWanExact: numeric().nullable(),
  asOf: day(),
  knownAt: instant().computed('now()'),
  supersededAt: instant().later(),
});

/** 默认容忍度: in force from one instant to another. */
export const assessmentDefaultTable = defineTable('assessment_default', {
  id: uuid(),
  tolerancePercent: numeric(9, 6),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
  reason: text().nullable(),
});

/** The same value for investment, output and tax, under `investment…`, `output…`, `tax…`. */
export const perIndicator = <Suffix extends string, Value>(suffix: Suffix, value: Value) =>
  Object.fromEntries(indicators.map((indicator) => [`${indicator}${suffix}`, value])) as {
    [K in `${Indicator}${Suffix}`]: Value;
  };

/** The sums of a contract at its last assessment; each assessment replaces them. */
export const contractSummaryTable = defineTable('contract_summary', {
  contractId: uuid().primary().references('contract'),
  asOf: day(),
  /** The next day on which the calendar alone changes a verdict. */
  changesOn: day(),
  areaMu: amount().nullable(),
  lastYear: integer().nullable(),
  ...perIndicator('PromisedWanExact', numeric().nullable()),
  ...perIndicator('StandardWanExact', numeric().nullable()),
});

/** The same of one year. */
export const contractYearSummaryTable = defineTable('contract_year_summary', {
  contractId: uuid().primary().references('contract'),
  year: integer().primary(),
  /** Whether this is the last assessed year. */
  last: flag(),
  /** Whether it was assessed in this year; otherwise an earlier investment still counts. */
  own: flag(),
  verdict: text<Verdict>(),
  lowestAttainment: numeric().nullable(),
  clawbackWanExact: numeric().nullable(),
  ...perIndicator('Verdict', text<Verdict>().nullable()),
  ...perIndicator('RequiredWanExact', numeric().nullable()),
  ...perIndicator('ActualWan', amount().nullable()),
});
