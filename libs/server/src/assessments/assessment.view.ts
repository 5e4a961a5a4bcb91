import type { Assessment as WireAssessment, Commitment as WireCommitment } from '@crm/api-contract/commitments';
import { isPerMuAssessment, type Assessment } from '@crm/domain/commitments';
import { decimal } from '@crm/domain/quantities';
import { exact, quotient } from '../data-access/index.js';
import { ABOUT_COLUMNS, type AboutContract } from './about-contract.js';
import { becauseOf } from './judge.js';
import { inWan, measureOf, quantitiesOf } from './quantities.view.js';

export interface StandingRow {
  id: string;
  commitment_id: string;
  indicator: WireAssessment['indicator'];
  year: number;
  verdict: WireAssessment['verdict'];
  required_exact: string;
  actual: string | null;
  attainment_percent: string | null;
  shortfall_exact: string | null;
}
export const standingView = (row: StandingRow): Omit<NonNullable<WireCommitment['latest']>, never> => ({
  assessmentId: row.id,
  ...measureOf(row.indicator),
  year: row.year,
  verdict: row.verdict,
  ...quantitiesOf(row.indicator, exact(row.required_exact), percent(row.actual), percent(row.shortfall_exact)),
  attainmentPercent: percent(row.attainment_percent),
});

/** Eighty digits are kept, twelve places are sent. */
const percent = (value: string | null): string | null => (value === null ? null : quotient(decimal(value)));

export interface AssessmentRow extends AboutContract {
  id: string;
  commitment_id: string;
  year: number;
  as_of: string;
  judged_on: string;
  known_at: string;
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
