import type { PromiseIn } from '@crm/api-contract/contracts';
import { periodsOwed, totalPromised, type Commitment } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import { Refusal, isRefusal } from '@crm/domain/refusal';
import { isPerMu, quantityOf, type PromisedIndicator, type TypedUnit } from '@crm/domain/standards';
import { promisedInAllOf } from '../assessments/index.js';

/** The entered side, with the typed value. */
export interface EnteredSide {
  readonly promised: Commitment['promised'];
  readonly entered: { readonly value: string; readonly unit: string };
}

/**
 * The one side that was entered. Refuses `commitment.one-side` unless exactly one was, `commitment.not-per-mu`,
 * `quantity.*` and `money.*`.
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

/** A typed quantity in the unit of its indicator. Refuses `quantity.*` and `money.*`, with the field. */
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

/** What every commitment must satisfy. Refuses `commitment.area-missing`, `ramp.year-twice` and `ramp.percent`. */
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
