import { type Day, compareDays } from '../days/index.js';
import { type Amount, type Decimal, plain, sum } from '../quantities/index.js';
import { type ContractKind, contractKindRules } from './contract.js';

/** One signing as it was reported. The same project signed at a second event is a second signing of one contract. */
export interface Signing {
  readonly id: string;
  readonly projectId: string;
  readonly kind: ContractKind;
  readonly amountWan: Amount;
  readonly signedOn: Day;
  /** 增资扩产: this signing adds to an earlier one of the project; `amountWan` is the increment alone. */
  readonly increase?: boolean;
}

export interface SignedTotals {
  /** Projects with a counting contract. */
  readonly count: number;
  readonly amountWan: Decimal;
  /** Framework agreements and letters of intent, never part of the sum. */
  readonly apart: { readonly count: number; readonly amountWan: Decimal };
  /** Signings left out because their project was counted already; `differs` where the amounts do not agree. */
  readonly repeated: readonly { readonly id: string; readonly countedId: string; readonly differs: boolean }[];
}

/** Signed with an amount that counts: a substantive contract, or a supplement that increases one. */
export const countsWhenSigned = ({ kind, increase }: Pick<Signing, 'kind' | 'increase'>): boolean =>
  contractKindRules[kind].countsAsSigned || (kind === 'supplement' && increase === true);

/**
 * A project counts once, with the amount of its first counting signing and the increments of its increases; of an
 * increase whose first signing is not in the period the increment
 * counts, and no contract. Frameworks and letters of intent are summed apart; policy agreements, and supplements that
 * are no increase, have no amount of their own.
 */
export function signedTotals(signings: readonly Signing[]): SignedTotals {
  const inOrder = signings.toSorted((a, b) => compareDays(a.signedOn, b.signedOn) || (a.id < b.id ? -1 : 1));
  const first = new Map<string, Signing>();
  const counted: Amount[] = [];
  const repeated: SignedTotals['repeated'][number][] = [];
  for (const signing of inOrder.filter(countsWhenSigned)) {
    const known = first.get(signing.projectId);
    if (signing.increase) counted.push(signing.amountWan);
    else if (known)
      repeated.push({
        id: signing.id,
        countedId: known.id,
        differs: plain(known.amountWan) !== plain(signing.amountWan),
      });
    else {
      first.set(signing.projectId, signing);
      counted.push(signing.amountWan);
    }
  }
  const loose = inOrder.filter(({ kind }) => kind === 'framework' || kind === 'letter-of-intent');
  return {
    count: first.size,
    amountWan: sum(counted),
    apart: { count: loose.length, amountWan: sum(loose.map(({ amountWan }) => amountWan)) },
    repeated,
  };
}
