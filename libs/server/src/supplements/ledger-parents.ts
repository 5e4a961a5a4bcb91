import type { ContractState, MilestoneKind } from '@crm/domain/contracts';
import { matchingProjectName } from '@crm/domain/enterprises';
import { plain } from '@crm/domain/quantities';
import type { Indicator } from '@crm/domain/standards';
import type { ContractFacts } from '@crm/domain/supplements';
import type { Rows } from '@crm/platform/db';
import { COUNTED_KINDS, SIGNED_STATES } from '../contracts/index.js';

type PromisedSide =
  { readonly side: 'per-mu'; readonly perMuWan: string } | { readonly side: 'total'; readonly totalWan: string };
interface ProjectKey {
  readonly creditCode: string;
  readonly projectName: string;
}

/** A signed contract that a supplement of a ledger may belong to, with what that may change. */
export interface LedgerParent {
  readonly contractId: string;
  readonly number: string;
  readonly status: ContractState;
  readonly signedOn: string;
  readonly projectName: string;
  readonly version: number;
  readonly importId: string | null;
  /** Another supplement of it waits for its approval. */
  readonly open: boolean;
  readonly parkId: string;
  readonly industryId: string;
  readonly areaMu: string | null;
  readonly fullProductionYear: number | null;
  readonly fullProductionOn: string | null;
  readonly promises: Readonly<Partial<Record<Indicator, PromisedSide>>>;
  readonly milestones: Readonly<Partial<Record<MilestoneKind, string | null>>>;
}

const OF_PROJECTS = `unnest($1::text[], $2::text[])
   WITH ORDINALITY AS k(code, match_name, n)
   JOIN enterprise e ON e.credit_code = k.code
   JOIN investment_project j ON j.enterprise_id = e.id AND j.match_name = k.match_name
   JOIN contract c ON c.project_id = j.id`;
const valuesOf = (keys: readonly ProjectKey[]) => [
  keys.map(({ creditCode }) => creditCode),
  keys.map(({ projectName }) => matchingProjectName(projectName)),
];

/** The signed contracts of the same firm and project, in the order asked. */
export async function parentsOf(rows: Rows, keys: readonly ProjectKey[]): Promise<LedgerParent[][]> {
  interface Found {
    n: number;
    id: string;
    number: string;
    status: ContractState;
    signed_on: string;
    project_name: string;
    version: number;
    import_id: string | null;
    open: boolean;
    park_id: string;
    industry_id: string;
    area_mu: string | null;
    full_production_year: number | null;
    full_production_on: string | null;
    promises: LedgerParent['promises'] | null;
    milestones: LedgerParent['milestones'] | null;
  }
  const answer: LedgerParent[][] = keys.map(() => []);
  if (keys.length === 0) return answer;
  const found = await rows.rows<Found>(
    `SELECT
       k.n::int AS n, c.id, c.number, c.status, c.signed_on, j.name AS project_name, c.version, c.import_id,
       EXISTS (SELECT 1 FROM contract_amendment a WHERE a.contract_id = c.id AND a.state = 'pending') AS open,
       c.park_id, c.industry_id, c.area_mu, c.full_production_year, c.full_production_on,
       (
         SELECT
           jsonb_object_agg(
             m.indicator,
             CASE t.master
               WHEN 'per-mu' THEN jsonb_build_object('side', 'per-mu', 'perMuWan', trim_scale(t.per_mu_wan)::text)
               ELSE jsonb_build_object('side', 'total', 'totalWan', trim_scale(t.total)::text)
             END
           )
         FROM commitment m
         JOIN commitment_term t ON t.commitment_id = m.id AND t.known_to IS NULL
         WHERE m.contract_id = c.id
       ) AS promises,
       (SELECT jsonb_object_agg(s.kind, s.planned_on) FROM milestone s WHERE s.contract_id = c.id) AS milestones
     FROM ${OF_PROJECTS} AND c.kind IN ${COUNTED_KINDS} AND c.status IN ${SIGNED_STATES}
     ORDER BY k.n, c.signed_on, c.id`,
    valuesOf(keys),
  );
  for (const row of found) {
    answer[row.n - 1]!.push({
      contractId: row.id,
      number: row.number,
      status: row.status,
      signedOn: row.signed_on,
      projectName: row.project_name,
      version: row.version,
      importId: row.import_id,
      open: row.open,
      parkId: row.park_id,
      industryId: row.industry_id,
      areaMu: row.area_mu && plain(row.area_mu),
      fullProductionYear: row.full_production_year,
      fullProductionOn: row.full_production_on,
      promises: row.promises ?? {},
      milestones: row.milestones ?? {},
    });
  }
  return answer;
}

/** A supplement that is there already, with the facts of its contract before and after it where those were kept. */
export interface FoundSupplement {
  readonly contractId: string;
  readonly number: string;
  readonly signedOn: string | null;
  readonly amountWan: string | null;
  readonly before: ContractFacts | null;
  readonly after: ContractFacts | null;
}

/** Supplements of the same firm and project that are not void, in the order asked. */
export async function supplementsOfProjects(rows: Rows, keys: readonly ProjectKey[]): Promise<FoundSupplement[][]> {
  const answer: FoundSupplement[][] = keys.map(() => []);
  if (keys.length === 0) return answer;
  const found = await rows.rows<{
    n: number;
    id: string;
    number: string;
    signed_on: string | null;
    amount_wan: string | null;
    before: ContractFacts | null;
    after: ContractFacts | null;
  }>(
    `SELECT k.n::int AS n, c.id, c.number, c.signed_on, c.amount_wan, a.before, a.after
     FROM ${OF_PROJECTS} AND c.kind = 'supplement' AND c.status <> 'void'
     LEFT JOIN contract_amendment a ON a.id = c.id
     ORDER BY k.n, c.signed_on, c.created_at, c.id`,
    valuesOf(keys),
  );
  for (const row of found)
    answer[row.n - 1]!.push({
      contractId: row.id,
      number: row.number,
      signedOn: row.signed_on,
      amountWan: row.amount_wan && plain(row.amount_wan),
      before: row.before,
      after: row.after,
    });
  return answer;
}
