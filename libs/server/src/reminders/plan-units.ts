import type { Tx } from '@crm/platform/db';
import { BEFORE_ALL, type DueSource } from '../due/index.js';
import { addOccurrences, cancelOthers, reviveCancelled, type Scope } from './occurrences.store.js';
import { linesOf, type Ground } from './planning.js';
import { reopenDue, withdrawFromDigests, withdrawTold } from './withdraw.store.js';

export interface Counts {
  readonly due: number;
  readonly added: number;
  readonly cancelled: number;
  readonly withdrawn: number;
}

export const none: Counts = { due: 0, added: 0, cancelled: 0, withdrawn: 0 };

export const plus = (one: Counts, other: Counts): Counts => ({
  due: one.due + other.due,
  added: one.added + other.added,
  cancelled: one.cancelled + other.cancelled,
  withdrawn: one.withdrawn + other.withdrawn,
});

/**
 * Only one planning of a room at a time, until the transaction ends. Data read after the lock is newer than what any
 * earlier planning read, so no planning undoes a later one. Call it before the first read.
 */
export const takeRoom = (tx: Tx, source: DueSource): Promise<unknown> =>
  tx.hot('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`due:${source.room}`]);

/** Units named by a change, or all between two ids; these are the units among them that may have items. */
export type Planning = { readonly units: readonly string[] } & (
  { readonly after?: undefined } | { readonly after: string; readonly through: string | null }
);

/**
 * Makes the stored reminders equal to what is due for these units. What is no longer due is cancelled, or withdrawn if
 * it was sent. Then what is due is added or revived. Repeating it changes nothing.
 */
export async function planUnits(
  tx: Tx,
  ground: Ground,
  zone: string,
  source: DueSource,
  planning: Planning,
): Promise<Counts> {
  const lines = await linesOf(tx, ground, source, planning.units);
  const scope: Scope = {
    rules: source.rules.map(({ code }) => code),
    ...(planning.after === undefined
      ? { units: planning.units }
      : { from: planning.after, including: planning.after === BEFORE_ALL, through: planning.through }),
  };
  const told: Scope = { ...scope, rules: source.rules.filter(({ news }) => !news).map(({ code }) => code) };
  const cancelled = await cancelOthers(tx, scope, lines);
  const withdrawn = (await withdrawTold(tx, told, lines)) + (await withdrawFromDigests(tx, told, lines, ground.today));
  if (lines.length === 0) return { due: 0, added: 0, cancelled, withdrawn };
  const added = await addOccurrences(tx, lines, zone);
  await reviveCancelled(tx, lines);
  await reopenDue(tx, scope, lines);
  return { due: lines.length, added, cancelled, withdrawn };
}
