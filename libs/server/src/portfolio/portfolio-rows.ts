import type { ContractYear } from '@crm/api-contract/contracts';
import { decimal, perMuWan } from '@crm/domain/quantities';
import { isPerMu } from '@crm/domain/standards';
import type { RowOf } from '@crm/platform/db';
import type {
  assessmentTable,
  contractSummaryTable,
  contractYearSummaryTable,
} from '../assessments/assessment.entity.js';
import type { consequenceDecisionTable } from '../decisions/decision.entity.js';
import type { AboutContract } from '../contracts/index.js';
import { quotient } from '../data-access/index.js';
import { inWan, measureOf } from '../assessments/index.js';

/** The columns of a contract on the board. */
export const ABOUT = [
  'contractId',
  'contractNumber',
  'enterpriseId',
  'enterpriseName',
  'enterpriseShortName',
  'projectName',
  'parkId',
  'parkName',
] as const;
type About = Pick<AboutContract, (typeof ABOUT)[number]>;

export interface HeatRow extends About, Pick<RowOf<typeof contractSummaryTable>, 'areaMu'> {
  readonly years: readonly {
    readonly year: number;
    readonly verdict: ContractYear['verdict'];
    readonly lowest: string | null;
    readonly ids: string[];
  }[];
}

type Decision = RowOf<typeof consequenceDecisionTable>;

export const DECIDED_ON = ['indicator', 'commitmentId', 'attainmentPercent', 'shortfallExact', 'areaMu'] as const;
export interface MissedRow
  extends
    About,
    Pick<RowOf<typeof contractYearSummaryTable>, 'year' | 'clawbackWanExact'>,
    Pick<RowOf<typeof assessmentTable>, (typeof DECIDED_ON)[number]> {
  readonly assessmentId: string;
  readonly verdict: 'breach' | 'warning' | 'no-data';
  readonly standing: 'open' | 'waiting' | 'decided';
  readonly decisionKind: Decision['kind'] | null;
  readonly decisionUntil: Decision['until'];
}

const cut = (value: string | null): string | null => (value === null ? null : quotient(decimal(value)));

export const heatMapRows = (rows: readonly HeatRow[]) =>
  rows.map((row) => ({
    ...row,
    years: row.years.map(({ year, verdict, lowest, ids }) => ({
      year,
      verdict,
      lowestAttainmentPercent: cut(lowest),
      assessmentIds: ids,
    })),
  }));

export const missedView = ({ shortfallExact, clawbackWanExact, areaMu, ...row }: MissedRow) => ({
  ...row,
  ...measureOf(row.indicator),
  attainmentPercent: cut(row.attainmentPercent),
  shortfall: cut(shortfallExact),
  shortfallWan: inWan(row.indicator, cut(shortfallExact)),
  shortfallPerMuWan:
    shortfallExact === null || areaMu === null || !isPerMu(row.indicator)
      ? null
      : quotient(perMuWan(shortfallExact, areaMu)),
  clawbackWan: cut(clawbackWanExact),
});
