import { ABOUT_CONTRACT, ABOUT_CONTRACT_JOINS, type AboutContract } from '../contracts/index.js';
import { Where, reaching, type Actor } from '../data-access/index.js';
import { contractMatching } from '../enterprises/index.js';

/** The enterprise, project and contract of a row, and its industry; the contract is `c`. */
export interface AboutRow extends AboutContract {
  readonly industryName: string;
}

export const ABOUT = `${ABOUT_CONTRACT}, i.name AS "industryName"`;
export const ABOUT_JOINS = `
  ${ABOUT_CONTRACT_JOINS}
  JOIN industry i ON i.id = c.industry_id
`;

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
