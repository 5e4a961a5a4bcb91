import type { ContractState, MilestoneKind } from '@crm/domain/contracts';
import { matchingProjectName } from '@crm/domain/enterprises';
import { FIRM_OF_ROW, firmMatch } from '../enterprises/index.js';
import type { Indicator } from '@crm/domain/standards';
import type { ContractFacts } from '@crm/domain/supplements';
import type { Rows } from '@crm/platform/db';
import { COUNTED_KINDS, SIGNED_STATES, contractTable } from '../contracts/index.js';

type PromisedSide =
  { readonly side: 'per-mu'; readonly perMuWan: string } | { readonly side: 'total'; readonly totalWan: string };
interface ProjectKey {
  readonly creditCode: string | null;
  readonly enterpriseName: string;
  readonly projectName: string;
}

/** A signed contract that a supplement of a ledger may belong to, with the values it may change. */
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

const OF_PROJECTS = `unnest($1::text[], $2::text[], $3::text[])
   WITH ORDINALITY AS k(code, match_name, firm, n)
   JOIN ${FIRM_OF_ROW} ON true
   JOIN investment_project j ON j.enterprise_id = e.id AND j.match_name = k.match_name
   JOIN contract c ON c.project_id = j.id`;
const valuesOf = (keys: readonly ProjectKey[]) => [
  keys.map(({ creditCode }) => creditCode),
  keys.map(({ projectName }) => matchingProjectName(projectName)),
  keys.map(firmMatch),
];

/** The signed contracts of the same enterprise and project, in the requested order. */
export async function parentsOf(rows: Rows, keys: readonly ProjectKey[]): Promise<LedgerParent[][]> {
  interface Found extends Omit<LedgerParent, 'promises' | 'milestones'> {
    readonly n: number;
    readonly promises: LedgerParent['promises'] | null;
    readonly milestones: LedgerParent['milestones'] | null;
  }
  const answer: LedgerParent[][] = keys.map(() => []);
  if (keys.length === 0) return answer;
  const found = await rows.rows<Found>(
    `SELECT
       k.n::int AS n, c.id AS "contractId", j.name AS "projectName",
       ${contractTable.pick('c', 'number', 'status', 'signedOn', 'version', 'importId', 'parkId', 'industryId')},
       ${contractTable.pick('c', 'areaMu', 'fullProductionYear', 'fullProductionOn')},
       EXISTS (SELECT 1 FROM contract_amendment a WHERE a.contract_id = c.id AND a.state = 'pending') AS open,
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
  for (const { n, promises, milestones, ...row } of found)
    answer[n - 1]!.push({ ...row, promises: promises ?? {}, milestones: milestones ?? {} });
  return answer;
}

/** An existing supplement, with the facts of its contract before and after it, if they were stored. */
export interface FoundSupplement {
  readonly contractId: string;
  readonly number: string;
  readonly signedOn: string | null;
  readonly amountWan: string | null;
  readonly before: ContractFacts | null;
  readonly after: ContractFacts | null;
}

/** Supplements of the same enterprise and project that are not void, in the requested order. */
export async function supplementsOfProjects(rows: Rows, keys: readonly ProjectKey[]): Promise<FoundSupplement[][]> {
  const answer: FoundSupplement[][] = keys.map(() => []);
  if (keys.length === 0) return answer;
  const found = await rows.rows<FoundSupplement & { readonly n: number }>(
    `SELECT
       k.n::int AS n, c.id AS "contractId", ${contractTable.pick('c', 'number', 'signedOn', 'amountWan')}, a.before,
       a.after
     FROM ${OF_PROJECTS} AND c.kind = 'supplement' AND c.status <> 'void'
     LEFT JOIN contract_amendment a ON a.id = c.id
     ORDER BY k.n, c.signed_on, c.created_at, c.id`,
    valuesOf(keys),
  );
  for (const { n, ...row } of found) answer[n - 1]!.push(row);
  return answer;
}
