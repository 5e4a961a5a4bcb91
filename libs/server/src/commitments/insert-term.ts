import { totalPromised, type Commitment } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import { newId, type Tx } from '@crm/platform/db';
import type { EnteredSide } from './entered-promise.js';

export interface NewTerm {
  readonly commitment: Pick<Commitment, 'promised' | 'dueOn' | 'lastYear' | 'ramp' | 'tolerancePercent' | 'clause'>;
  readonly fromYear: number | null;
  readonly measuredBy: 'output-value' | 'revenue' | null;
  readonly entered: EnteredSide['entered'];
  readonly reason: string | null;
  readonly enteredBy: string | null;
}

export async function insertTerm(
  tx: Tx,
  commitmentId: string,
  { commitment, fromYear, measuredBy, entered, reason, enteredBy }: NewTerm,
): Promise<void> {
  const { promised } = commitment;
  await tx.run(
    `INSERT INTO commitment_term (
       id, commitment_id, master, per_mu_wan, total, entered, from_year, due_on, last_year, ramp,
       tolerance_percent, clause, measured_by, reason, entered_by
     )
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      newId(),
      commitmentId,
      promised.side === 'per-mu' ? 'per-mu' : 'total',
      promised.side === 'per-mu' ? promised.perMuWan : null,
      promised.side === 'per-mu' ? null : plain(totalPromised({ promised, areaMu: null })),
      JSON.stringify(entered),
      fromYear,
      commitment.dueOn ?? null,
      commitment.lastYear ?? null,
      JSON.stringify(commitment.ramp ?? []),
      commitment.tolerancePercent ?? null,
      commitment.clause ?? null,
      measuredBy,
      reason,
      enteredBy,
    ],
  );
}
