import type { Verdict } from '../commitments/index.js';
import type { Day } from '../days/index.js';
import { type Decimal, sum } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import { type Consequence, isTaken } from './consequences.js';

/** 执行 · 延期 · 豁免. */
export const decisionKinds = ['enforce', 'extend', 'waive'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Waiting for another person, granted, returned, or withdrawn by the requester. A state only moves forward. */
export const decisionStates = ['waiting', 'granted', 'returned', 'revoked'] as const;
export type DecisionState = (typeof decisionStates)[number];

/**
 * State of a missed promise. open: no decision yet, or an extension has expired. waiting: an approval is pending.
 * decided.
 */
export const standings = ['open', 'waiting', 'decided'] as const;
export type Standing = (typeof standings)[number];

export interface Decided {
  readonly kind: DecisionKind;
  readonly state: DecisionState;
  readonly until: Day | null;
}

/** The latest decision counts; returned and withdrawn ones do not. An extension holds through its last day. */
export function standingOf(decisions: readonly Decided[], today: Day): Standing {
  if (decisions.some(({ state }) => state === 'waiting')) return 'waiting';
  const last = decisions.filter(({ state }) => state === 'granted').at(-1);
  if (!last) return 'open';
  return last.kind === 'extend' && last.until !== null && last.until < today ? 'open' : 'decided';
}

export interface DecisionAsked {
  readonly kind: DecisionKind;
  readonly clauseIds: readonly string[];
  readonly until: Day | null;
}

export interface AboutMissed {
  readonly verdict: Verdict | null;
  readonly consequences: readonly Consequence[];
  /** Earlier decisions on this promise and year, oldest first. */
  readonly earlier: readonly Decided[];
  /** Once-per-year clauses already decided for another promise of the same contract and year. */
  readonly taken: readonly string[];
  readonly today: Day;
}

/**
 * The amount of a decision in 万元; null if none of its clauses asks for money. Refuses:
 * - `decision.waiting`, `decision.decided`: a decision is pending, or the promise is enforced or waived.
 * - `decision.not-missed`: nothing to enforce or extend.
 * - `decision.no-clause`: an enforcement names no clause.
 * - `decision.clause-unknown`, `decision.clause-not-due` (within the tolerance), `decision.clause-taken` (counted for
 *   another promise of the year).
 * - `decision.until`: an extension needs a future day; other decisions have none.
 */
export function decide(
  { kind, clauseIds, until }: DecisionAsked,
  { verdict, consequences, earlier, taken, today }: AboutMissed,
): { readonly chosen: readonly Consequence[]; readonly amountWan: Decimal | null } {
  if (earlier.some(({ state }) => state === 'waiting')) throw Refusal.conflict('decision.waiting');
  if (earlier.some((one) => one.state === 'granted' && one.kind !== 'extend'))
    throw Refusal.conflict('decision.decided');
  if (
    kind !== 'waive' &&
    verdict !== 'breach' &&
    verdict !== 'warning' &&
    !(kind === 'extend' && verdict === 'no-data')
  )
    throw new Refusal('decision.not-missed');
  if ((kind === 'extend') !== (until !== null) || (until !== null && until <= today))
    throw new Refusal('decision.until', { today }).at('/until');
  if (kind !== 'enforce') return { chosen: [], amountWan: null };
  if (clauseIds.length === 0) throw new Refusal('decision.no-clause').at('/clauseIds');
  const chosen = [...new Set(clauseIds)].map((id) => {
    const one = consequences.find(({ clauseId }) => clauseId === id);
    if (!one) throw new Refusal('decision.clause-unknown').at('/clauseIds');
    if (!one.applies) throw new Refusal('decision.clause-not-due').at('/clauseIds');
    if (isTaken(one, taken)) throw Refusal.conflict('decision.clause-taken');
    return one;
  });
  const amounts = chosen.flatMap(({ amountWan }) => (amountWan === null ? [] : [amountWan]));
  return { chosen, amountWan: amounts.length > 0 ? sum(amounts) : null };
}
