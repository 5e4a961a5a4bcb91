import type { PromiseIn } from '@crm/api-contract/contracts';
import { amend, isPerMuCommitment, promiseAgainstStandard, type Commitment } from '@crm/domain/commitments';
import { supersede, type Rows, type Tx } from '@crm/platform/db';
import { loadCommitments, type LoadedCommitment } from '../assessments/index.js';
import { known } from '../data-access/index.js';
import { assertWhole, enteredSide, type EnteredSide } from './entered-promise.js';
import { commitmentTable, commitmentTermTable } from './commitment.entity.js';
import { newTerm } from './new-term.js';

export type Rewording = Partial<Omit<PromiseIn, 'indicator'>>;

/** A commitment as it reads, with the standard kept with its contract. */
export type StandingPromise = LoadedCommitment;

/** A commitment as it will read, checked and not yet written. */
export interface Reworded extends StandingPromise {
  /** What was typed; null: the side that was entered before stays. */
  readonly reworded: { readonly entered: EnteredSide['entered'] | null };
}

/** The commitments of a contract as they are on another area, 亩: the entered side stays, the other follows. */
export async function promisesOnLand(
  rows: Rows,
  contractId: string,
  areaMu: string | null,
): Promise<StandingPromise[]> {
  const all = await loadCommitments(rows, [contractId]);
  return all.map((one) => ({ ...one, commitment: { ...one.commitment, areaMu } }));
}

/** Whether it is below the standard kept with its contract. */
export const isBelowStandard = ({ commitment, standard }: StandingPromise): boolean =>
  isPerMuCommitment(commitment) && promiseAgainstStandard(commitment, standard).belowStandard;

/**
 * The commitment in its new wording; omitted fields stay. Refuses `commitment.unchanged`, `commitment.one-side`,
 * `commitment.not-per-mu`, `commitment.area-missing`, `ramp.*`, `quantity.*` and `money.*`.
 */
export function reworded(before: StandingPromise, input: Rewording): Reworded {
  const side =
    input.perMuWan === undefined && input.total === undefined ? null : enteredSide(before.commitment.indicator, input);
  const fromYear = input.fromYear === undefined ? before.fromYear : input.fromYear;
  const change: Partial<
    Pick<Commitment, 'promised' | 'dueOn' | 'lastYear' | 'ramp' | 'tolerancePercent' | 'clause' | 'fullProduction'>
  > = {
    ...(side ? { promised: side.promised } : {}),
    ...(input.dueOn === undefined ? {} : { dueOn: input.dueOn }),
    ...(input.lastYear === undefined ? {} : { lastYear: input.lastYear }),
    ...(input.ramp === undefined ? {} : { ramp: input.ramp }),
    ...(input.tolerancePercent === undefined ? {} : { tolerancePercent: input.tolerancePercent }),
    ...(input.clause === undefined ? {} : { clause: input.clause }),
    ...(input.fromYear === undefined || input.fromYear === null ? {} : { fullProduction: { year: input.fromYear } }),
  };
  // A clause named the first year and now leaves it to the contract. The rule sees no change, but it is one.
  const after =
    fromYear !== before.fromYear && Object.keys(change).length === 0
      ? before.commitment
      : amend(before.commitment, change).after;
  assertWhole(after);
  return {
    ...before,
    commitment: after,
    fromYear,
    measuredBy: input.measuredBy ?? before.measuredBy,
    reworded: { entered: side?.entered ?? null },
  };
}

/**
 * Writes a new wording: the old terms are kept as known until `at`, and the new ones begin then. The caller assesses
 * the contract again, together with all other changes.
 */
export async function writeWording(
  tx: Tx,
  { commitment, fromYear, measuredBy, reworded: { entered } }: Reworded,
  reason: string,
  userId: string,
  at?: string,
): Promise<void> {
  const { id } = commitment;
  await supersede(
    tx,
    commitmentTermTable,
    { commitmentId: id },
    (old) =>
      newTerm(id, {
        commitment,
        fromYear,
        measuredBy,
        reason,
        entered: entered ?? known(old).entered,
        enteredBy: userId,
      }),
    {},
    at,
  );
  await commitmentTable.update(tx, { id }, {});
}
