import type { Contract, ContractPromise, ContractRow } from '@crm/api-contract/contracts';
import { sqmFromMu } from '@crm/domain/quantities';
import type { ShownOf } from '@crm/platform/db';
import { quotient, shaped } from '../data-access/index.js';
import { contractTable } from './contract.entity.js';

type Shown = ShownOf<typeof contractTable>;

/** What a list shows of a contract besides its own columns. */
interface AroundContract {
  readonly enterpriseName: string;
  readonly enterpriseShortName: string;
  readonly creditCode: string | null;
  readonly projectName: string;
  readonly parkName: string;
  readonly parkShortName: string;
  readonly industryName: string;
  readonly officerName: string | null;
  readonly assessedYear: number | null;
  readonly verdict: ContractRow['verdict'];
  readonly lowestAttainmentPercent: string | null;
}
const AROUND_CONTRACT = `
  e.name AS "enterpriseName", e.short_name AS "enterpriseShortName", e.credit_code AS "creditCode",
  j.name AS "projectName", p.name AS "parkName", p.short_name AS "parkShortName", i.name AS "industryName",
  o.name AS "officerName", y.year AS "assessedYear", y.verdict, y.lowest_attainment AS "lowestAttainmentPercent"
`;

/** Columns a list shows; the page of a contract shows all. */
const LISTED = [
  'id',
  'number',
  'kind',
  'status',
  'enterpriseId',
  'projectId',
  'parkId',
  'industryId',
  'signedOn',
  'amountWan',
  'areaMu',
  'landFree',
  'belowStandard',
  'channel',
  'handlerName',
  'officerId',
  'fullProductionYear',
  'importId',
  'demo',
  'version',
] as const;

export interface ListedContract extends Pick<Shown, (typeof LISTED)[number]>, AroundContract {}
export const LISTED_CONTRACT = `${contractTable.pick('t', ...LISTED)}, ${AROUND_CONTRACT}`;

export interface ContractRecord extends Shown, AroundContract {
  /** Names of people. */
  readonly belowStandardApprovedBy: string | null;
  readonly signedBy: string | null;
  readonly createdBy: string | null;
}
export const CONTRACT_COLUMNS = `
  ${contractTable.columns('t')}, ${AROUND_CONTRACT}, a.name AS "belowStandardApprovedBy", s.name AS "signedBy",
  t.created_by AS "createdBy"
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

export const contractRowView = (row: ListedContract, promises: readonly ContractPromise[]): ContractRow =>
  shaped<ContractRow>()({ ...row, ...areaAndPromises(row, promises) });

const areaAndPromises = ({ areaMu }: Pick<Shown, 'areaMu'>, promises: readonly ContractPromise[]) => ({
  areaSqm: areaMu === null ? null : quotient(sqmFromMu(areaMu)),
  promised: {
    investment: promised(promises, 'investment'),
    output: promised(promises, 'output'),
    tax: promised(promises, 'tax'),
  },
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
  | 'may'
>;

export const contractView = ({ createdBy: _drafter, ...row }: ContractRecord, parts: ContractParts): Contract =>
  shaped<Contract>()({ ...row, ...areaAndPromises(row, parts.commitments), ...parts });
