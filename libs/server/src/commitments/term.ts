import type { PromiseIn } from '@crm/api-contract/contracts';
import { periodsOwed, totalPromised, type Commitment } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import { Refusal, isRefusal } from '@crm/domain/refusal';
import { isPerMu, quantityOf, type PromisedIndicator, type TypedUnit } from '@crm/domain/standards';
import { newId, type Tx } from '@crm/platform/db';

/** The side that was entered, with what was typed. */
export interface EnteredSide {
  readonly promised: Commitment['promised'];
  readonly entered: { readonly value: string; readonly unit: string };
}

/**
 * The one side that was entered is master. `commitment.one-side` unless it is exactly one, `commitment.not-per-mu`,
 * `quantity.*`, `money.*`.
 */
export function enteredSide(indicator: PromisedIndicator, input: Pick<PromiseIn, 'perMuWan' | 'total'>): EnteredSide {
  if ((input.perMuWan === undefined) === (input.total === undefined)) throw new Refusal('commitment.one-side');
  if (input.perMuWan !== undefined && !isPerMu(indicator))
    throw new Refusal('commitment.not-per-mu', { indicator }).at('/perMuWan');
  if (input.perMuWan !== undefined)
    return {
      promised: { side: 'per-mu', perMuWan: plain(input.perMuWan) },
      entered: { value: plain(input.perMuWan), unit: 'wan-per-mu' },
    };
  const { stored, entered } = quantityEntered(indicator, input.total as NonNullable<PromiseIn['total']>, '/total');
  return { promised: promisedInAllOf(indicator, stored), entered };
}

/** As it is kept: of the three per mu an amount of 万元, of every other a quantity in its own unit. */
export const promisedInAllOf = (indicator: PromisedIndicator, stored: string): Commitment['promised'] =>
  isPerMu(indicator) ? { side: 'total', totalWan: stored } : { side: 'quantity', quantity: stored };

/** A quantity as typed, in the unit of its indicator; refuses `quantity.*` and `money.*` at its field. */
export function quantityEntered(
  indicator: PromisedIndicator,
  entry: { readonly value: string; readonly unit: TypedUnit },
  pointer: string,
) {
  try {
    return { stored: plain(quantityOf(indicator, entry)), entered: { value: plain(entry.value), unit: entry.unit } };
  } catch (thrown) {
    throw isRefusal(thrown) ? thrown.at(pointer) : thrown;
  }
}

/** What every promise must hold, whoever enters it: `commitment.area-missing`, `ramp.year-twice`, `ramp.percent`. */
export function assertWhole(commitment: Commitment): void {
  totalPromised(commitment);
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

export async function insertTerm(
  tx: Tx,
  commitmentId: string,
  { commitment, fromYear, measuredBy, entered, reason, enteredBy }: NewTerm,
): Promise<void> {
  const { promised } = commitment;
  await tx.run(
    `INSERT INTO commitment_term (
       id, commitment_id, master, per_mu_wan, total_wan, entered, from_year, due_on, last_year, ramp,
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
