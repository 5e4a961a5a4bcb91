import { contractKindRules, type Signing } from '@crm/domain/contracts';
import { reachedBatch, signedBatch, type Batch, type BatchRow, type Period, type Reached } from '@crm/domain/progress';
import type { Rows } from '@crm/platform/db';
import { SIGNED_STATES } from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import { ABOUT, ABOUT_JOINS, within, type AboutRow, type Scope } from './about-contract.js';

/** What a signed contract adds to the report; its names are read for the rows that are shown. */
export interface SignedFact {
  readonly id: string;
  readonly projectId: string;
  readonly parkId: string;
  readonly industryId: string;
  readonly kind: Signing['kind'];
  readonly signedOn: string;
  readonly amountWan: string | null;
  readonly increase: boolean;
  readonly started: string | null;
  readonly completed: string | null;
  readonly 'in-production': string | null;
}

const REACHED = (kind: string): string => `min(m.actual_on) FILTER (WHERE m.kind = '${kind}')`;

/** Everything signed by a day, since earlier signings decide whether a project counts in a period. */
export function signedBy(rows: Rows, actor: Actor, today: string, day: string, scope: Scope): Promise<SignedFact[]> {
  const where = within(actor, today, scope, [day]).and(`c.status IN ${SIGNED_STATES} AND c.signed_on <= $1`);
  return rows.rows<SignedFact>(
    `SELECT
       c.id, c.project_id AS "projectId", c.park_id AS "parkId", c.industry_id AS "industryId", c.kind,
       c.signed_on AS "signedOn", c.amount_wan AS "amountWan",
       c.parent_id IS NOT NULL AND c.amount_wan IS NOT NULL AS increase, r.started, r.completed, r."in-production"
     FROM contract c
     LEFT JOIN (
       SELECT
         m.contract_id, ${REACHED('construction-start')} AS started, ${REACHED('completion')} AS completed,
         ${REACHED('production-start')} AS "in-production"
       FROM milestone m
       WHERE m.actual_on <= $1
       GROUP BY m.contract_id
     ) r ON r.contract_id = c.id ${where.sql}`,
    where.values,
  );
}

/** The four batches of a period, from what was signed by its end or later. */
export function batchesOf(signed: readonly SignedFact[], period: Period): Record<Batch, BatchRow[]> {
  const signings = signed.map((row): Signing => ({
    id: row.id,
    projectId: row.projectId,
    kind: row.kind,
    amountWan: row.amountWan ?? '0',
    signedOn: row.signedOn,
    increase: row.increase,
  }));
  const reached = (batch: Exclude<Batch, 'signed'>): BatchRow[] =>
    reachedBatch(
      signed.flatMap((row): Reached[] => {
        const on = row[batch];
        return on !== null && on <= period.to && row.signedOn <= period.to && contractKindRules[row.kind].countsAsSigned
          ? [{ contractId: row.id, projectId: row.projectId, on }]
          : [];
      }),
      signings,
      period,
    );
  return {
    signed: signedBatch(signings, period),
    started: reached('started'),
    completed: reached('completed'),
    'in-production': reached('in-production'),
  };
}

export interface AboutSigned extends AboutRow {
  readonly kind: Signing['kind'];
}

const AT_ONCE = 1_000;

/** The names of these contracts, read in sets. */
export async function aboutContracts(rows: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, AboutSigned>> {
  const found = new Map<string, AboutSigned>();
  for (let at = 0; at < ids.length; at += AT_ONCE)
    for (const row of await rows.rows<AboutSigned>(
      `SELECT ${ABOUT}, c.kind FROM contract c ${ABOUT_JOINS} WHERE c.id = ANY($1)`,
      [ids.slice(at, at + AT_ONCE)],
    ))
      found.set(row.contractId, row);
  return found;
}
