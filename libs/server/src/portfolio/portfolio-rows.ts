import type { PromisedIndicatorName } from '@crm/api-contract/commitments';
import type { ContractYear } from '@crm/api-contract/contracts';
import { decimal, perMuWan } from '@crm/domain/quantities';
import { isPerMu } from '@crm/domain/standards';
import { exact, quotient } from '../data-access/index.js';
import { inWan, measureOf } from '../assessments/index.js';

interface About {
  contract_id: string;
  contract_number: string;
  enterprise_id: string;
  enterprise_name: string;
  enterprise_short_name: string;
  project_name: string;
  park_id: string;
  park_name: string;
  area_mu: string | null;
}

export interface HeatRow extends About {
  years: { year: number; verdict: ContractYear['verdict']; lowest: string | null; ids: string[] }[];
}
export interface DecisionRow extends About {
  year: number;
  verdict: 'breach' | 'warning' | 'no-data';
  indicator: PromisedIndicatorName;
  assessment_id: string;
  commitment_id: string;
  attainment_percent: string | null;
  shortfall_exact: string | null;
  clawback_wan_exact: string | null;
  standing: 'open' | 'waiting' | 'decided';
  decision_kind: 'enforce' | 'extend' | 'waive' | null;
  decision_until: string | null;
}

const about = (row: About) => ({
  contractId: row.contract_id,
  contractNumber: row.contract_number,
  enterpriseId: row.enterprise_id,
  enterpriseName: row.enterprise_name,
  enterpriseShortName: row.enterprise_short_name,
  projectName: row.project_name,
  parkId: row.park_id,
  parkName: row.park_name,
});
const cut = (value: string | null): string | null => (value === null ? null : quotient(decimal(value)));

export const heatMapRows = (rows: readonly HeatRow[]) =>
  rows.map((row) => ({
    ...about(row),
    areaMu: exact(row.area_mu),
    years: row.years.map(({ year, verdict, lowest, ids }) => ({
      year,
      verdict,
      lowestAttainmentPercent: cut(lowest),
      assessmentIds: ids,
    })),
  }));

export const decisionView = (row: DecisionRow) => ({
  ...about(row),
  year: row.year,
  verdict: row.verdict,
  indicator: row.indicator,
  ...measureOf(row.indicator),
  assessmentId: row.assessment_id,
  commitmentId: row.commitment_id,
  attainmentPercent: cut(row.attainment_percent),
  shortfall: cut(row.shortfall_exact),
  shortfallWan: inWan(row.indicator, cut(row.shortfall_exact)),
  shortfallPerMuWan:
    row.shortfall_exact === null || row.area_mu === null || !isPerMu(row.indicator)
      ? null
      : quotient(perMuWan(row.shortfall_exact, row.area_mu)),
  clawbackWan: cut(row.clawback_wan_exact),
  standing: row.standing,
  decisionKind: row.decision_kind,
  decisionUntil: row.decision_until,
});
