import type { Contract, ContractPromise, ContractRow, Milestone, Parcel } from '@crm/api-contract/contracts';
import { owedOn } from '@crm/domain/contracts';
import { daysBetween } from '@crm/domain/days';
import { sqmFromMu } from '@crm/domain/quantities';
import { exact, quotient } from '../data-access/index.js';

export interface ContractRecord {
  id: string;
  number: string;
  kind: ContractRow['kind'];
  status: ContractRow['status'];
  enterprise_id: string;
  enterprise_name: string;
  enterprise_short_name: string;
  credit_code: string | null;
  project_id: string;
  project_name: string;
  park_id: string;
  park_name: string;
  park_short_name: string;
  industry_id: string;
  industry_name: string;
  signed_on: string | null;
  amount_wan: string | null;
  amount_entered: { value: string; unit: string } | null;
  area_mu: string | null;
  land_free: boolean;
  below_standard: boolean;
  below_standard_reason: string | null;
  channel: string | null;
  handler_name: string | null;
  officer_id: string | null;
  officer_name: string | null;
  first_contact_on: string | null;
  full_production_year: number | null;
  full_production_on: string | null;
  energy_tce: string | null;
  rd_percent: string | null;
  note: string;
  approved_by: string | null;
  signed_by_name: string | null;
  term_from: string | null;
  term_to: string | null;
  judged_year: number | null;
  verdict: ContractRow['verdict'];
  lowest_attainment: string | null;
  import_id: string | null;
  created_by: string | null;
  ended_on: string | null;
  end_reason: string | null;
  demo: boolean;
  version: number;
  created_at: string;
  updated_at: string;
}

export const CONTRACT_COLUMNS = `
  t.id, t.number, t.kind, t.status, t.enterprise_id, e.name AS enterprise_name, e.short_name AS enterprise_short_name,
  e.credit_code, t.project_id, j.name AS project_name, t.park_id, p.name AS park_name,
  p.short_name AS park_short_name, t.industry_id, i.name AS industry_name, t.signed_on, t.amount_wan,
  t.amount_entered, t.area_mu, t.land_free, t.below_standard, t.below_standard_reason, t.channel, t.handler_name,
  t.officer_id, o.name AS officer_name, t.first_contact_on, t.full_production_year, t.full_production_on,
  t.energy_tce, t.rd_percent, t.note, a.name AS approved_by, s.name AS signed_by_name, t.term_from, t.term_to,
  y.year AS judged_year, y.verdict, y.lowest_attainment, t.import_id, t.created_by, t.ended_on, t.end_reason, t.demo,
  t.version, t.created_at, t.updated_at
`;

/** Only to-one joins. `judged` is the assessed year of each contract: `y.last`, or a given year. */
export const contractFrom = (judged: string): string => `
  contract t
  JOIN enterprise e ON e.id = t.enterprise_id
  JOIN investment_project j ON j.id = t.project_id
  JOIN park p ON p.id = t.park_id
  JOIN industry i ON i.id = t.industry_id
  LEFT JOIN app_user o ON o.id = t.officer_id
  LEFT JOIN app_user a ON a.id = t.below_standard_approved_by
  LEFT JOIN app_user s ON s.id = t.signed_by
  LEFT JOIN contract_year_summary y ON y.contract_id = t.id AND ${judged}
`;

export const contractRowView = (row: ContractRecord, promises: readonly ContractPromise[]): ContractRow => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  status: row.status,
  enterpriseId: row.enterprise_id,
  enterpriseName: row.enterprise_name,
  enterpriseShortName: row.enterprise_short_name,
  creditCode: row.credit_code,
  projectId: row.project_id,
  projectName: row.project_name,
  parkId: row.park_id,
  parkName: row.park_name,
  parkShortName: row.park_short_name,
  industryId: row.industry_id,
  industryName: row.industry_name,
  signedOn: row.signed_on,
  amountWan: exact(row.amount_wan),
  areaMu: exact(row.area_mu),
  areaSqm: row.area_mu === null ? null : quotient(sqmFromMu(row.area_mu)),
  landFree: row.land_free,
  promised: {
    investment: promised(promises, 'investment'),
    output: promised(promises, 'output'),
    tax: promised(promises, 'tax'),
  },
  belowStandard: row.below_standard,
  channel: row.channel,
  handlerName: row.handler_name,
  officerId: row.officer_id,
  officerName: row.officer_name,
  fullProductionYear: row.full_production_year,
  assessedYear: row.judged_year,
  verdict: row.verdict,
  lowestAttainmentPercent: exact(row.lowest_attainment),
  importId: row.import_id,
  demo: row.demo,
  version: row.version,
});

function promised(
  promises: readonly ContractPromise[],
  indicator: ContractPromise['indicator'],
): ContractRow['promised']['investment'] {
  const own = promises.find((promise) => promise.indicator === indicator);
  return own ? { perMuWan: own.perMuWan, totalWan: own.total, percentOfStandard: own.percentOfStandard } : null;
}

export type ContractParts = Pick<
  Contract,
  | 'amountInForceWan'
  | 'increasedWan'
  | 'parent'
  | 'supplements'
  | 'renews'
  | 'renewedBy'
  | 'standards'
  | 'parcels'
  | 'commitments'
  | 'milestones'
  | 'years'
  | 'supportPaidWan'
  | 'support'
  | 'nextToSign'
>;

export const contractView = (row: ContractRecord, parts: ContractParts): Contract => ({
  ...contractRowView(row, parts.commitments),
  amountEntered: row.amount_entered && { value: row.amount_entered.value, unit: row.amount_entered.unit },
  firstContactOn: row.first_contact_on,
  fullProductionOn: row.full_production_on,
  energyTce: exact(row.energy_tce),
  rdPercent: exact(row.rd_percent),
  note: row.note,
  belowStandardReason: row.below_standard_reason,
  belowStandardApprovedBy: row.approved_by,
  signedBy: row.signed_by_name,
  endedOn: row.ended_on,
  endReason: row.end_reason,
  termFrom: row.term_from,
  termTo: row.term_to,
  ...parts,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export interface ParcelRow {
  id: string;
  contract_id: string;
  contract_number: string;
  code: string;
  phase: string;
  basis: Parcel['basis'];
  entered_value: string;
  entered_unit: string;
  area_mu: string;
  known_from: string;
  known_to: string | null;
}
export const PARCEL_COLUMNS = `t.id, t.contract_id, c.number AS contract_number, t.code, t.phase, t.basis, t.entered_value, t.entered_unit,
   t.area_mu, t.known_from, t.known_to`;
export const PARCEL_FROM = 'parcel t JOIN contract c ON c.id = t.contract_id';
export const parcelView = (row: ParcelRow): Parcel => ({
  id: row.id,
  contractId: row.contract_id,
  contractNumber: row.contract_number,
  code: row.code,
  phase: row.phase,
  basis: row.basis,
  areaMu: exact(row.area_mu),
  areaSqm: quotient(sqmFromMu(row.area_mu)) ?? '',
  entered: { value: exact(row.entered_value), unit: row.entered_unit },
  knownFrom: row.known_from,
  knownTo: row.known_to,
});

export interface MilestoneRow {
  id: string;
  contract_id: string;
  contract_number: string;
  enterprise_name: string;
  kind: Milestone['kind'];
  planned_on: string | null;
  actual_on: string | null;
  version: number;
  extensions:
    | {
        id: string;
        to_day: string;
        reason: string;
        requested_by: string | null;
        approved_by: string | null;
        granted_at: string;
      }[]
    | null;
}
const EXTENSIONS = `
  (
    SELECT
      jsonb_agg(
        jsonb_build_object(
          'id', x.id, 'to_day', x.to_day, 'reason', x.reason, 'requested_by', rb.name, 'approved_by', ab.name,
          'granted_at', x.granted_at
        )
        ORDER BY x.granted_at, x.id
      )
    FROM milestone_extension x
    LEFT JOIN app_user rb ON rb.id = x.requested_by
    LEFT JOIN app_user ab ON ab.id = x.approved_by
    WHERE x.milestone_id = t.id
  )
`;
export const MILESTONE_COLUMNS = `
  t.id, t.contract_id, c.number AS contract_number, e.name AS enterprise_name, t.kind, t.planned_on, t.actual_on,
  t.version, ${EXTENSIONS} AS extensions
`;
export const MILESTONE_FROM =
  'milestone t JOIN contract c ON c.id = t.contract_id JOIN enterprise e ON e.id = c.enterprise_id';
export const milestoneView = (row: MilestoneRow): Milestone => {
  const extensions = row.extensions ?? [];
  return {
    id: row.id,
    contractId: row.contract_id,
    contractNumber: row.contract_number,
    enterpriseName: row.enterprise_name,
    kind: row.kind,
    plannedOn: row.planned_on,
    actualOn: row.actual_on,
    daysLate: row.planned_on && row.actual_on ? daysBetween(row.planned_on, row.actual_on) : null,
    owedOn: owedOn({
      id: row.id,
      kind: row.kind,
      plannedOn: row.planned_on,
      actualOn: row.actual_on,
      extendedTo: extensions.map((one) => one.to_day),
    }),
    extensions: extensions.map((one) => ({
      id: one.id,
      toDay: one.to_day,
      reason: one.reason,
      requestedBy: one.requested_by,
      approvedBy: one.approved_by,
      grantedAt: new Date(one.granted_at).toISOString(),
    })),
    version: row.version,
  };
};
/** The day a milestone is owed, with extensions, in SQL. */
export const owedOnOf = (t: string): string =>
  `greatest(${t}.planned_on, (SELECT max(x.to_day) FROM milestone_extension x WHERE x.milestone_id = ${t}.id))`;
