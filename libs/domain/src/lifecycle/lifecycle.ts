import { Refusal } from '../refusal/index.js';

/** Transitions as data: for every state the states it may become. A state that leads nowhere is an end. */
export type Lifecycle<State extends string> = { readonly [from in State]: readonly State[] };

/**
 * `transition.unknown`: no such state. `transition.forbidden` (conflict): the table has no such step; facts name those
 * it has.
 */
export function move<State extends string>(lifecycle: Lifecycle<State>, from: State, to: State): State {
  const allowed = Object.hasOwn(lifecycle, from) ? lifecycle[from] : undefined;
  if (!allowed || !Object.hasOwn(lifecycle, to)) throw new Refusal('transition.unknown', { from, to });
  if (!allowed.includes(to)) throw Refusal.conflict('transition.forbidden', { from, to, allowed: [...allowed] });
  return to;
}

export const isEnd = <State extends string>(lifecycle: Lifecycle<State>, state: State): boolean =>
  lifecycle[state].length === 0;

/** Every state that can still be reached, for a table's own spec: an unreachable state is a mistake in the data. */
export function reachable<State extends string>(lifecycle: Lifecycle<State>, from: State): ReadonlySet<State> {
  const seen = new Set<State>([from]);
  for (const state of seen) for (const next of lifecycle[state]) seen.add(next);
  return seen;
}
