import type { Column } from './column.js';
import type { Tx } from './database.js';
import { computed } from './expression.js';
import type { Changes, Columns, Equal, NewValues, ShownValues } from './row-types.js';
import { insertRow, updateRows } from './table-statements.js';
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
 * One writer after the other, until the transaction ends, and the instant at which the turn began. The instant is taken
 * after the lock: `now()` is the begin of the transaction, which may lie before what another wrote meanwhile.
 */
export async function takeTurn(tx: Tx, of: string): Promise<string> {
  await tx.hot('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [of]);
  const [turn] = await tx.hot<{ at: string }>('SELECT clock_timestamp()::text AS at');
  return turn?.at ?? '';
}

/**
 * Ends the row in force and begins the next, at one instant: at each instant exactly one is in force. `of` says whose
 * versions are meant; empty, the table has one row in force. `next` sees the row in force, or undefined, and may refuse
 * the change. `ending` is what else is written into the row that ends.
 */
export async function supersede<D extends VersionColumns>(
  tx: Tx,
  table: Table<D>,
  of: Equal<D>,
  next: (before: ShownValues<D> | undefined) => NextVersion<D> | Promise<NextVersion<D>>,
  ending: Changes<D> = {},
): Promise<{ readonly before: ShownValues<D> | undefined; readonly after: ShownValues<D> }> {
  const turn = await takeTurn(tx, `${table.name} ${JSON.stringify(of)}`);
  const inForce = { ...of, knownTo: null };
  const before = await table.one(tx, inForce, 'FOR UPDATE');
  const values = await next(before);
  const ended = await updateRows<{ at: string }>(
    tx,
    table,
    inForce,
    // A clock that was set back must not make a version end before it began.
    { ...ending, knownTo: computed('greatest(?::timestamptz, known_from)', turn) },
    'known_to::text AS at',
  );
  const after = await insertRow<ShownValues<D>>(
    tx,
    table,
    { ...values, knownFrom: ended[0]?.at ?? turn },
    { returning: table.columns() },
  );
  return { before, after: after as ShownValues<D> };
}
