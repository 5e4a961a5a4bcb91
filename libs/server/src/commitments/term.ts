import type { PromiseIn } from '@crm/api-contract/contracts';
import { periodsOwed, promisedAmounts, type Commitment } from '@crm/domain/commitments';
import { plain, wanOf } from '@crm/domain/quantities';
import { Refusal, isRefusal } from '@crm/domain/refusal';
import { newId, type Tx } from '@crm/platform/db';

/** The side that was entered, with what was typed. */
export interface EnteredSide {
  readonly promised: Commitment['promised'];
  readonly entered: { readonly value: string; readonly unit: string };
}

/** The one side that was entered is master. `commitment.one-side` unless it is exactly one. */
export function enteredSide(input: Pick<PromiseIn, 'perMuWan' | 'total'>): EnteredSide {
  if ((input.perMuWan === undefined) === (input.total === undefined)) throw new Refusal('commitment.one-side');
  if (input.perMuWan !== undefined) return { promised: { side: 'per-mu', perMuWan: plain(input.perMuWan) }, entered: { value: plain(input.perMuWan), unit: 'wan-per-mu' } };
  const total = input.total as NonNullable<PromiseIn['total']>;
  return { promised: { side: 'total', totalWan: plain(wanOf(total)) }, entered: { value: plain(total.value), unit: total.unit } };
}

/** What every promise must hold, whoever enters it: `commitment.area-missing`, `ramp.year-twice`, `ramp.percent`. */
export function assertWhole(commitment: Commitment): void {
  promisedAmounts(commitment);
  periodsOwed(commitment, 2100);
}

export const pinned = async <T>(pointer: string, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (thrown) {
    throw isRefusal(thrown) ? thrown.at(pointer) : thrown;
  }
};

export interface NewTerm {
  readonly commitment: Pick<Commitment, 'promised' | 'dueOn' | 'lastYear' | 'ramp' | 'tolerancePercent' | 'clause'>;
  readonly fromYear: number | null;
  readonly measuredBy: 'output-value' | 'revenue' | null;
  readonly entered: EnteredSide['entered'];
  readonly reason: string | null;
  readonly enteredBy: string | null;
}

export async function insertTerm(tx: Tx, commitmentId: string, { commitment, fromYear, measuredBy, entered, reason, enteredBy }: NewTerm): Promise<void> {
  const { promised } = commitment;
  await tx.run(
    `INSERT INTO commitment_term (id, commitment_id, master, per_mu_wan, total_wan, entered, from_year, due_on, last_year, ramp, tolerance_percent, clause, measured_by, reason, entered_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      newId(), commitmentId, promised.side, promised.side === 'per-mu' ? promised.perMuWan : null, promised.side === 'total' ? promised.totalWan : null, JSON.stringify(entered), fromYear, commitment.dueOn ?? null, commitment.lastYear ?? null,
      JSON.stringify(commitment.ramp ?? []), commitment.tolerancePercent ?? null, commitment.clause ?? null, measuredBy, reason, enteredBy,
    ],
  );
}
