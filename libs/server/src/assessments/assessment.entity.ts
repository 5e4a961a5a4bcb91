import { defineTable, amount, day, flag, instant, integer, numeric, text, uuid } from '@crm/platform/db';

export const assessmentTable = defineTable('assessment', {
  id: uuid(),
  contractId: uuid().references('contract'),
  commitmentId: uuid().references('commitment'),
  indicator: text(),
  year: integer(),
  dueOn: day(),
  verdict: text(),
  areaMu: amount().nullable(),
  requiredExact: numeric(),
  actual: numeric().nullable(),
  attainmentPercent: numeric().nullable(),
  shortfallExact: numeric().nullable(),
  clawbackWanExact: numeric().nullable(),
  asOf: day(),
  knownAt: instant().computed('now()'),
  supersededAt: instant().nullable(),
});

export const assessmentDefaultTable = defineTable('assessment_default', {
  id: uuid(),
  tolerancePercent: numeric(9, 6),
  enteredBy: uuid().nullable().references('app_user'),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
  reason: text().nullable(),
});

export const contractSummaryTable = defineTable('contract_summary', {
  contractId: uuid().primary().references('contract'),
  asOf: day(),
  changesOn: day(),
  areaMu: amount().nullable(),
  lastYear: integer().nullable(),
  investmentPromisedWanExact: numeric().nullable(),
  investmentStandardWanExact: numeric().nullable(),
  outputPromisedWanExact: numeric().nullable(),
  outputStandardWanExact: numeric().nullable(),
  taxPromisedWanExact: numeric().nullable(),
  taxStandardWanExact: numeric().nullable(),
});

export const contractYearSummaryTable = defineTable('contract_year_summary', {
  contractId: uuid().primary().references('contract'),
  year: integer().primary(),
  last: flag(),
  own: flag(),
  verdict: text(),
  lowestAttainment: numeric().nullable(),
  clawbackWanExact: numeric().nullable(),
  investmentVerdict: text().nullable(),
  investmentRequiredWanExact: numeric().nullable(),
  investmentActualWan: amount().nullable(),
  outputVerdict: text().nullable(),
  outputRequiredWanExact: numeric().nullable(),
  outputActualWan: amount().nullable(),
  taxVerdict: text().nullable(),
  taxRequiredWanExact: numeric().nullable(),
  taxActualWan: amount().nullable(),
});
