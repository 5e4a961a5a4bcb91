import type { Assessment as WireAssessment, Commitment as WireCommitment } from '@crm/api-contract/commitments';
import type { ContractPromise, ContractRow } from '@crm/api-contract/contracts';
import { isPerMuAssessment, promiseAgainstStandard, totalPromised, type Assessment } from '@crm/domain/commitments';
import { decimal } from '@crm/domain/quantities';
import { indicatorRules, type PromisedIndicator } from '@crm/domain/standards';
import { exact, quotient } from '../records/index.js';
import type { LoadedCommitment } from './commitments.store.js';
import { becauseOf } from './judge.js';

/** In which unit the quantities of an indicator are, and which way they are meant. */
export const measureOf = (indicator: PromisedIndicator) => ({
  unit: indicatorRules[indicator].unit,
  bound: indicatorRules[indicator].bound,
});
/** Under a name that says 万元 only what is in 万元. */
export const inWan = <Value>(indicator: PromisedIndicator, value: Value): Value | null =>
  indicatorRules[indicator].unit === 'wan' ? value : null;

/** A promise as its contract shows it. `standard`: of a draft the one in force today, which nothing has kept yet. */
export function promiseView(
  { commitment, measuredBy, fromYear, standard: kept }: LoadedCommitment,
  tolerance: string,
  standard: LoadedCommitment['standard'] = kept,
): ContractPromise {
  const against =
    commitment.promised.side === 'quantity'
      ? null
      : promiseAgainstStandard({ promised: commitment.promised, areaMu: commitment.areaMu }, standard);
  const total = exact(totalPromised(commitment));
  return {
    commitmentId: commitment.id,
    indicator: commitment.indicator,
    ...measureOf(commitment.indicator),
    master: commitment.promised.side === 'per-mu' ? 'per-mu' : 'total',
    total,
    perMuWan: quotient(against?.promisedPerMuWan ?? null),
    totalWan: inWan(commitment.indicator, total),
    fromYear,
    dueOn: commitment.dueOn ?? null,
    lastYear: commitment.lastYear ?? null,
    ramp: (commitment.ramp ?? []).map(({ year, percent }) => ({ year, percent })),
    tolerancePercent: commitment.tolerancePercent ?? tolerance,
    toleranceByClause: (commitment.tolerancePercent ?? null) !== null,
    clause: commitment.clause ?? null,
    measuredBy,
    standardPerMuWan: exact(against?.standardPerMuWan ?? null),
    percentOfStandard: quotient(against?.percentOfStandard ?? null),
    belowStandard: against?.belowStandard ?? false,
  };
}

/** Of whom a record speaks; one row of the joins below. */
export interface AboutContract {
  contract_id: string;
  contract_number: string;
  contract_status: ContractRow['status'];
  enterprise_id: string;
  enterprise_name: string;
  enterprise_short_name: string;
  project_id: string;
  project_name: string;
  park_id: string;
  park_name: string;
  industry_id: string;
  area_mu: string | null;
  signed_on: string | null;
}
export const ABOUT_COLUMNS = `c.id AS contract_id, c.number AS contract_number, c.status AS contract_status, c.enterprise_id,
   e.name AS enterprise_name, e.short_name AS enterprise_short_name, c.project_id, j.name AS project_name, c.park_id,
   p.name AS park_name, c.industry_id, c.area_mu, c.signed_on`;
export const ABOUT_JOINS = `JOIN contract c ON c.id = t.contract_id
   JOIN enterprise e ON e.id = c.enterprise_id
   JOIN investment_project j ON j.id = c.project_id
   JOIN park p ON p.id = c.park_id`;

export interface StandingRow {
  id: string;
  commitment_id: string;
  indicator: WireAssessment['indicator'];
  year: number;
  verdict: WireAssessment['verdict'];
  required_wan_exact: string;
  actual_wan: string | null;
  attainment_percent: string | null;
  shortfall_wan_exact: string | null;
}
export const standingView = (row: StandingRow): Omit<NonNullable<WireCommitment['latest']>, never> => ({
  assessmentId: row.id,
  ...measureOf(row.indicator),
  year: row.year,
  verdict: row.verdict,
  ...quantitiesOf(
    row.indicator,
    exact(row.required_wan_exact),
    percent(row.actual_wan),
    percent(row.shortfall_wan_exact),
  ),
  attainmentPercent: percent(row.attainment_percent),
});

/** Each amount in the unit of its indicator, and once more under the name of 万元 where that is the unit. */
export const quantitiesOf = (
  indicator: PromisedIndicator,
  required: string,
  actual: string | null,
  shortfall: string | null,
) => ({
  required,
  actual,
  shortfall,
  requiredWan: inWan(indicator, required),
  actualWan: inWan(indicator, actual),
  shortfallWan: inWan(indicator, shortfall),
});

/** Eighty digits are kept, twelve places are sent. */
const percent = (value: string | null): string | null => (value === null ? null : quotient(decimal(value)));

export interface AssessmentRow extends AboutContract {
  id: string;
  commitment_id: string;
  year: number;
  as_of: string;
  judged_on: string;
  known_at: Date;
}
/**
 * judged_on: the day up to which the contract was judged last; by what is known now, a kept judgement is made again on
 * it, with its reasons.
 */
export const ASSESSMENT_COLUMNS = `t.id, t.commitment_id, t.year, t.as_of, y.as_of AS judged_on, t.known_at, ${ABOUT_COLUMNS}`;

/** A judgement with its reasons. */
export const judgedView = (
  row: Assessment,
  about: AboutContract,
  asOf: string,
  knownAt: string,
): Omit<WireAssessment, 'id'> => ({
  ...measureOf(row.indicator),
  ...promisedView(row),
  ...quantitiesOf(row.indicator, exact(row.required), quotient(row.actual), quotient(row.shortfall)),
  contractId: row.contractId,
  contractNumber: about.contract_number,
  commitmentId: row.commitmentId,
  enterpriseId: about.enterprise_id,
  enterpriseName: about.enterprise_name,
  enterpriseShortName: about.enterprise_short_name,
  parkId: about.park_id,
  parkName: about.park_name,
  industryId: about.industry_id,
  indicator: row.indicator,
  year: row.year,
  dueOn: row.dueOn,
  verdict: row.verdict,
  areaMu: row.areaMu,
  attainmentPercent: quotient(row.attainmentPercent),
  clawbackWan: quotient(row.clawbackWan),
  because: becauseOf(row),
  asOf,
  knownAt,
});

function promisedView(row: Assessment) {
  const perMu = isPerMuAssessment(row) ? row : null;
  return {
    promised: exact(row.promised),
    promisedWan: inWan(row.indicator, exact(row.promised)),
    promisedPerMuWan: quotient(perMu?.promisedPerMuWan ?? null),
    standardPerMuWan: exact(perMu?.standardPerMuWan ?? null),
    percentOfStandard: quotient(perMu?.percentOfStandard ?? null),
    shortfallPerMuWan: quotient(perMu?.shortfallPerMuWan ?? null),
  };
}
