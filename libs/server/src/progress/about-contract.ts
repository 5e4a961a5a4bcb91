import type { BoardRow } from '@crm/api-contract/progress';
import { Where, reaching, type Actor } from '../data-access/index.js';
import { contractMatching } from '../enterprises/index.js';

/** The enterprise, project and contract of a row; the contract is `c`. */
export interface AboutRow {
  contractId: string;
  contractNumber: string;
  contractStatus: BoardRow['contractStatus'];
  enterpriseId: string;
  enterpriseName: string;
  enterpriseShortName: string;
  projectId: string;
  projectName: string;
  parkId: string;
  parkName: string;
  industryId: string;
  industryName: string;
  signedOn: string | null;
}

export const ABOUT = `
  c.id AS "contractId", c.number AS "contractNumber", c.status AS "contractStatus",
  c.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", e.short_name AS "enterpriseShortName",
  c.project_id AS "projectId", j.name AS "projectName", c.park_id AS "parkId", p.name AS "parkName",
  c.industry_id AS "industryId", i.name AS "industryName", c.signed_on AS "signedOn"
`;
export const ABOUT_JOINS = `JOIN enterprise e ON e.id = c.enterprise_id
   JOIN investment_project j ON j.id = c.project_id
   JOIN park p ON p.id = c.park_id
   JOIN industry i ON i.id = c.industry_id`;

export const aboutView = (row: AboutRow) => ({
  contractId: row.contractId,
  contractNumber: row.contractNumber,
  contractStatus: row.contractStatus,
  enterpriseId: row.enterpriseId,
  enterpriseName: row.enterpriseName,
  enterpriseShortName: row.enterpriseShortName,
  projectId: row.projectId,
  projectName: row.projectName,
  parkId: row.parkId,
  parkName: row.parkName,
  industryId: row.industryId,
  industryName: row.industryName,
  signedOn: row.signedOn,
});

export interface Scope {
  readonly parkId?: string | undefined;
  readonly industryId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly projectId?: string | undefined;
  readonly contractId?: string | undefined;
  /** Some hundred, for the planning of reminders. */
  readonly contractIds?: readonly string[] | undefined;
  readonly projectIds?: readonly string[] | undefined;
  readonly q?: string | undefined;
}

/**
 * The contracts an actor may see, within the filter. null: the system itself asks.
 */
export function within(
  actor: Actor | null,
  today: string,
  { parkId, industryId, enterpriseId, projectId, contractId, contractIds, projectIds, q }: Scope = {},
  first: readonly unknown[] = [],
): Where {
  const where = new Where(first);
  if (actor) where.and(...reaching(actor, ['read', 'Contract'], ['contract', 'c'], today));
  if (q) where.and(...contractMatching(q, { enterprise: 'e', project: 'j', contract: 'c' }));
  return where
    .given(parkId, 'c.park_id = ?')
    .given(industryId, 'c.industry_id = ?')
    .given(enterpriseId, 'c.enterprise_id = ?')
    .given(projectId, 'c.project_id = ?')
    .given(contractId, 'c.id = ?')
    .given(contractIds, 'c.id = ANY(?)')
    .given(projectIds, 'c.project_id = ANY(?)');
}
