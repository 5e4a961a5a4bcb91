import type { Column } from './column.js';
import type { Tx } from './database.js';
import { computed, type Expression } from './expression.js';
import type { Changes, Columns, Equal, NewValues, ShownValues } from './row-types.js';
import { insertRow, insertRows, selectRows, updateRows } from './table-statements.js';
import type { Table } from './table.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- columns of any traits */
/** A table that is only added to: a row is in force from `known_from` until the next begins at its `known_to`. */
export type VersionColumns = Columns & {
  readonly knownFrom: Column<string, any>;
  readonly knownTo: Column<string | null, any>;
};
/* eslint-enable @typescript-eslint/no-explicit-any */

export type NextVersion<D extends Columns> = Omit<NewValues<D>, 'knownFrom' | 'knownTo'>;

/**
 * Lets one writer go after the other until the transaction ends, and returns the instant at which its turn began. The
 * instant is taken after the lock. `now()` is the start of the transaction, which may be earlier than a write made
 * meanwhile.
 */
export async function takeTurn(tx: Tx, of: string): Promise<string> {
  await tx.hot('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [of]);
  const [turn] = await tx.hot<{ at: string }>('SELECT clock_timestamp()::text AS at');
  return turn?.at ?? '';
}

/** Ends a version now, without a successor. If the clock was set back, the version must not end before it began. */
export const endsNow = computed('greatest(clock_timestamp(), known_from)');
/** The same, at the instant of a turn. */
export const endsAt = (turn: string): Expression => computed('greatest(?::timestamptz, known_from)', turn);
/** The start of the transaction. For a verb that has locked the rows it ends, and writes many rows at one instant. */
export const BEGIN_OF_TRANSACTION = 'now';

/**
 * Ends the row in force and begins the next, at one instant, so that exactly one row is in force at each instant. `of`
 * says whose versions are meant; if it is empty, the table has one row in force. `next` gets the row in force, or
 * undefined, and may refuse the change. `ending` is written into the row that ends. `turn` is the caller's instant, if
 * several tables change behind one lock.
 */
export async function supersede<D extends VersionColumns>(
  tx: Tx,
  table: Table<D>,
  of: Equal<D>,
  next: (before: ShownValues<D> | undefined) => NextVersion<D> | Promise<NextVersion<D>>,
  ending: Changes<D> = {},
  turn?: string,
): Promise<{ readonly before: ShownValues<D> | undefined; readonly after: ShownValues<D> }> {
  const at = turn ?? (await takeTurn(tx, nameOf(table, of)));
  const inForce = { ...of, knownTo: null };
  const before = await table.one(tx, inForce, 'FOR UPDATE');
  const values = await next(before);
  const ended = await updateRows<{ at: string }>(
    tx,
    table,
    inForce,
    { ...ending, knownTo: endsAt(at) },
    'known_to::text AS at',
  );
  const after = await insertRow<ShownValues<D>>(
    tx,
    table,
    { ...values, knownFrom: ended[0]?.at ?? at },
    { returning: table.columns() },
  );
  return { before, after: after as ShownValues<D> };
}

/** Ends all matching rows in force and begins others, at one instant: a set that is replaced as a whole. */
export async function supersedeAll<D extends VersionColumns>(
  tx: Tx,
  table: Table<D>,
  of: Equal<D>,
  next: readonly NextVersion<D>[],
  ending: Changes<D> = {},
  turn?: string,
): Promise<void> {
  const began = turn ?? (await takeTurn(tx, nameOf(table, of)));
  const inForce = { ...of, knownTo: null };
  const before = await selectRows<{ at: string }>(tx, table, 'known_from::text AS at', inForce, 'FOR UPDATE');
  const [latest] = await tx.hot<{ at: string }>(
    'SELECT greatest($1::timestamptz, max(began))::text AS at FROM unnest($2::timestamptz[]) AS before (began)',
    [began, before.map(({ at }) => at)],
  );
  const at = latest?.at ?? began;
  await updateRows(tx, table, inForce, { ...ending, knownTo: at }, 'true');
  await insertRows(
    tx,
    table,
    next.map((values) => ({ ...values, knownFrom: at })),
  );
}

const nameOf = (table: { readonly name: string }, of: object): string => `${table.name} ${JSON.stringify(of)}`;
