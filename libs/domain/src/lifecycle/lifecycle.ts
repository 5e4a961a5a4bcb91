import { Refusal } from '../refusal/index.js';

/** Transitions as data: for each state the states that may follow. A state without any is an end. */
export type Lifecycle<State extends string> = { readonly [from in State]: readonly State[] };

/**
 * Checks one transition. Refuses `transition.unknown` (no such state) and `transition.forbidden` (conflict: not in the
 * table; the facts name the allowed states).
 */
export function move<State extends string>(lifecycle: Lifecycle<State>, from: State, to: State): State {
  const allowed = Object.hasOwn(lifecycle, from) ? lifecycle[from] : undefined;
  if (!allowed || !Object.hasOwn(lifecycle, to)) throw new Refusal('transition.unknown', { from, to });
  if (!allowed.includes(to)) throw Refusal.conflict('transition.forbidden', { from, to, allowed: [...allowed] });
  return to;
}

export const isEnd = <State extends string>(lifecycle: Lifecycle<State>, state: State): boolean =>
  lifecycle[state].length === 0;

/** Every state that can be reached, for the spec of a table: an unreachable state is a mistake. */
export function reachable<State extends string>(lifecycle: Lifecycle<State>, from: State): ReadonlySet<State> {
  const seen = new Set<State>([from]);
  for (const state of seen) for (const next of lifecycle[state]) seen.add(next);
  return seen;
}
