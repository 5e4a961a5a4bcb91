import type { Assessment as WireAssessment, Commitment as WireCommitment } from '@crm/api-contract/commitments';
import { isPerMuAssessment, type Assessment } from '@crm/domain/commitments';
import { decimal } from '@crm/domain/quantities';
import type { RowOf } from '@crm/platform/db';
import { ABOUT_CONTRACT, ABOUT_CONTRACT_JOINS, type AboutContract } from '../contracts/index.js';
import { exact, quotient } from '../data-access/index.js';
import { assessmentTable } from './assessment.entity.js';
import { becauseOf } from './judge.js';
import { inWan, measureOf, quantitiesOf } from './quantities.view.js';

const STANDING = [
  'id',
  'commitmentId',
  'indicator',
  'year',
  'verdict',
  'requiredExact',
  'actual',
  'attainmentPercent',
  'shortfallExact',
] as const;
export type StandingRow = Pick<RowOf<typeof assessmentTable>, (typeof STANDING)[number]>;
export const STANDING_COLUMNS = assessmentTable.pick('s', ...STANDING);

export const standingView = (row: StandingRow): NonNullable<WireCommitment['latest']> => ({
  assessmentId: row.id,
  ...measureOf(row.indicator),
  year: row.year,
  verdict: row.verdict,
  ...quantitiesOf(row.indicator, exact(row.requiredExact), percent(row.actual), percent(row.shortfallExact)),
  attainmentPercent: percent(row.attainmentPercent),
});

/** Calculated with eighty digits; the response has twelve decimal places. */
const percent = (value: string | null): string | null => (value === null ? null : quotient(decimal(value)));

/**
 * judgedOn: the day up to which the contract was last assessed. With what is known now, a stored assessment is computed
 * again for that day, with its reasons.
 */
export interface AssessmentRow
  extends Pick<RowOf<typeof assessmentTable>, 'id' | 'commitmentId' | 'year' | 'asOf' | 'knownAt'>, AboutContract {
  readonly judgedOn: string;
}
export const ASSESSMENT_COLUMNS = `
  ${assessmentTable.pick('t', 'id', 'commitmentId', 'year', 'asOf', 'knownAt')}, y.as_of AS "judgedOn", ${ABOUT_CONTRACT}
`;
export const ASSESSMENT_FROM = `
  assessment t
  JOIN contract c ON c.id = t.contract_id
  ${ABOUT_CONTRACT_JOINS}
  JOIN contract_summary y ON y.contract_id = t.contract_id
`;

/** An assessment with its reasons. */
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
  contractNumber: about.contractNumber,
  commitmentId: row.commitmentId,
  enterpriseId: about.enterpriseId,
  enterpriseName: about.enterpriseName,
  enterpriseShortName: about.enterpriseShortName,
  parkId: about.parkId,
  parkName: about.parkName,
  industryId: about.industryId,
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
