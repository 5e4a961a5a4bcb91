import { type Day, compareDays } from '../days/index.js';
import { type Amount, type Decimal, plain, sum } from '../quantities/index.js';
import { type ContractKind, contractKindRules } from './contract.js';

/**
 * One reported signing. If a project is signed at two events, the second is a repeated signing of the same contract.
 */
export interface Signing {
  readonly id: string;
  readonly projectId: string;
  readonly kind: ContractKind;
  readonly amountWan: Amount;
  readonly signedOn: Day;
  /** 增资扩产: adds to an earlier signing of the project; `amountWan` is the increment only. */
  readonly increase?: boolean;
}

export interface SignedTotals {
  /** Projects with a contract that counts. */
  readonly count: number;
  readonly amountWan: Decimal;
  /** Framework agreements and letters of intent; not in the sum. */
  readonly apart: { readonly count: number; readonly amountWan: Decimal };
  /** Signings left out because their project is already counted. `differs`: the amounts are not equal. */
  readonly repeated: readonly { readonly id: string; readonly countedId: string; readonly differs: boolean }[];
}

/** A substantive contract, or a supplement that increases one: only these count with their amount. */
export const countsWhenSigned = ({ kind, increase }: Pick<Signing, 'kind' | 'increase'>): boolean =>
  contractKindRules[kind].countsAsSigned || (kind === 'supplement' && increase === true);

/**
 * Counts each project once, in 万元: the amount of its first signing that counts, plus the increments of its increases.
 * If the first signing lies outside the period, only the increment counts. Framework agreements and letters of intent
 * are summed separately. Policy agreements and other supplements have no amount. Source: docs/domain.md, 合同与线索.
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
