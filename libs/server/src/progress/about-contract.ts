import type { BoardRow } from '@crm/api-contract/progress';
import { Where, assignedTo, containing, type Actor } from '../data-access/index.js';

/** The enterprise, project and contract of a row; the contract is `c`. */
export interface AboutRow {
  contract_id: string;
  contract_number: string;
  contract_status: BoardRow['contractStatus'];
  enterprise_id: string;
  enterprise_name: string;
  enterprise_short_name: string;
  project_id: string;
  project_name: string;
  park_id: string;
  park_name: string;
  industry_id: string;
  industry_name: string;
  signed_on: string | null;
}

export const ABOUT = `
  c.id AS contract_id, c.number AS contract_number, c.status AS contract_status, c.enterprise_id,
  e.name AS enterprise_name, e.short_name AS enterprise_short_name, c.project_id, j.name AS project_name, c.park_id,
  p.name AS park_name, c.industry_id, i.name AS industry_name, c.signed_on
`;
export const ABOUT_JOINS = `JOIN enterprise e ON e.id = c.enterprise_id
   JOIN investment_project j ON j.id = c.project_id
   JOIN park p ON p.id = c.park_id
   JOIN industry i ON i.id = c.industry_id`;

export const aboutView = (row: AboutRow) => ({
  contractId: row.contract_id,
  contractNumber: row.contract_number,
  contractStatus: row.contract_status,
  enterpriseId: row.enterprise_id,
  enterpriseName: row.enterprise_name,
  enterpriseShortName: row.enterprise_short_name,
  projectId: row.project_id,
  projectName: row.project_name,
  parkId: row.park_id,
  parkName: row.park_name,
  industryId: row.industry_id,
  industryName: row.industry_name,
  signedOn: row.signed_on,
});

export interface Scope {
  readonly parkId?: string | undefined;
  readonly industryId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly projectId?: string | undefined;
  readonly contractId?: string | undefined;
  readonly q?: string | undefined;
}

/**
 * The contracts an actor may see (a secretary those of the enterprises assigned today), within the filter. null: the
 * system itself asks.
 */
export function within(
  actor: Actor | null,
  today: string,
  { parkId, industryId, enterpriseId, projectId, contractId, q }: Scope = {},
  first: readonly unknown[] = [],
): Where {
  const where = new Where(first);
  if (actor) where.and(...assignedTo(actor, 'c.enterprise_id', today));
  return where
    .given(parkId, 'c.park_id = ?')
    .given(industryId, 'c.industry_id = ?')
    .given(enterpriseId, 'c.enterprise_id = ?')
    .given(projectId, 'c.project_id = ?')
    .given(contractId, 'c.id = ?')
    .given(
      q,
      '(e.name ILIKE ? OR j.name ILIKE ? OR c.number ILIKE ?)',
      containing(q ?? ''),
      containing(q ?? ''),
      containing(q ?? ''),
    );
}
