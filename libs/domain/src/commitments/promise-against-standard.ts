import { type Decimal, decimal, percentOf, totalWan } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import type { ProvincialStandard } from '../standards/index.js';
import { type PerMuCommitment, promisedAmounts } from './commitment.js';

/** The provincial standard as stored with the contract on its signing day. */
export type KeptStandard = Pick<ProvincialStandard, 'id' | 'perMuWan' | 'documentNo'>;

export interface PromiseAgainstStandard {
  readonly promisedWan: Decimal;
  readonly promisedPerMuWan: Decimal | null;
  readonly standardPerMuWan: Decimal | null;
  /** The least amount the area must promise by the standard, 万元. */
  readonly standardWan: Decimal | null;
  /** null if the standard sets no value or there is no land; shown as —. */
  readonly percentOfStandard: Decimal | null;
  readonly belowStandard: boolean;
  readonly standardId: string | null;
}

/**
 * Compares the promise with the standard, in 万元 and 万元/亩. It compares totals, so that rounding cannot put a promise
 * that equals the standard below it. Refuses `commitment.area-missing`.
 */
export function promiseAgainstStandard(
  commitment: Pick<PerMuCommitment, 'promised' | 'areaMu'>,
  standard: KeptStandard | null,
): PromiseAgainstStandard {
  const { totalWan: promisedWan, perMuWan: promisedPerMuWan } = promisedAmounts(commitment);
  const value = standard?.perMuWan ?? null;
  const standardWan = value === null || commitment.areaMu === null ? null : totalWan(value, commitment.areaMu);
  return {
    promisedWan,
    promisedPerMuWan,
    standardPerMuWan: value === null ? null : decimal(value),
    standardWan,
    percentOfStandard: percentOf(promisedWan, standardWan),
    belowStandard: standardWan !== null && promisedWan.lt(standardWan),
    standardId: standard?.id ?? null,
  };
}

/**
 * Whether a draft with these promises may be signed. A promise below the standard needs an approval with a reason.
 * Otherwise it refuses `commitment.below-standard`, one fault per commitment. Contracts recorded after their signature
 * do not pass here: they are only flagged.
 */
export function maySign(
  promises: readonly { readonly commitment: PerMuCommitment; readonly standard: KeptStandard | null }[],
  approval: { readonly reason: string } | null,
): void {
  if (approval && approval.reason.trim() !== '') return;
  const below = promises
    .map(({ commitment, standard }, i) => ({ i, commitment, against: promiseAgainstStandard(commitment, standard) }))
    .filter(({ against }) => against.belowStandard);
  if (below.length === 0) return;
  throw Refusal.fields(
    below.map(({ i, commitment, against }) => ({
      pointer: `/commitments/${i}`,
      code: 'commitment.below-standard',
      params: {
        indicator: commitment.indicator,
        promisedWan: against.promisedWan.toFixed(),
        standardWan: against.standardWan!.toFixed(),
        standardId: against.standardId,
      },
    })),
  );
}
