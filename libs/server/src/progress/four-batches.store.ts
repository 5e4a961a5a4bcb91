import { contractKindRules, type Signing } from '@crm/domain/contracts';
import { reachedBatch, signedBatch, type Batch, type BatchRow, type Period, type Reached } from '@crm/domain/progress';
import type { Rows } from '@crm/platform/db';
import { SIGNED_STATES } from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import { ABOUT, ABOUT_JOINS, within, type AboutRow, type Scope } from './about-contract.js';

interface SignedRow extends AboutRow {
  kind: Signing['kind'];
  signedOn: string;
  amountWan: string | null;
  increase: boolean;
  started: string | null;
  completed: string | null;
  'in-production': string | null;
}

export interface FoundBatchRow extends BatchRow {
  readonly about: SignedRow;
}

const REACHED = (kind: string): string =>
  `(SELECT m.actual_on FROM milestone m WHERE m.contract_id = c.id AND m.kind = '${kind}' AND m.actual_on <= $1)`;

/** Everything signed by the end of the period, since earlier signings decide whether a project counts in it. */
export async function batchesOf(
  rows: Rows,
  actor: Actor,
  today: string,
  period: Period,
  scope: Scope,
): Promise<Record<Batch, FoundBatchRow[]>> {
  const where = within(actor, today, scope, [period.to]).and(`c.status IN ${SIGNED_STATES} AND c.signed_on <= $1`);
  const signed = await rows.rows<SignedRow>(
    `SELECT
       ${ABOUT}, c.kind, c.amount_wan AS "amountWan", c.parent_id IS NOT NULL AND c.amount_wan IS NOT NULL AS increase,
       ${REACHED('construction-start')} AS started, ${REACHED('completion')} AS completed,
       ${REACHED('production-start')} AS "in-production"
     FROM contract c ${ABOUT_JOINS} ${where.sql}`,
    where.values,
  );
  const byId = new Map(signed.map((row) => [row.contractId, row]));
  const signings = signed.map((row): Signing => ({
    id: row.contractId,
    projectId: row.projectId,
    kind: row.kind,
    amountWan: row.amountWan ?? '0',
    signedOn: row.signedOn,
    increase: row.increase,
  }));
  const about = (found: readonly BatchRow[]): FoundBatchRow[] =>
    found.map((row) => ({ ...row, about: byId.get(row.id)! }));
  const reached = (batch: Exclude<Batch, 'signed'>): FoundBatchRow[] =>
    about(
      reachedBatch(
        signed.flatMap((row): Reached[] =>
          row[batch] !== null && contractKindRules[row.kind].countsAsSigned
            ? [{ contractId: row.contractId, projectId: row.projectId, on: row[batch] }]
            : [],
        ),
        signings,
        period,
      ),
    );
  return {
    signed: about(signedBatch(signings, period)),
    started: reached('started'),
    completed: reached('completed'),
    'in-production': reached('in-production'),
  };
}
