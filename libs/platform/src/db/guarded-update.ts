import type { Tx } from './database.js';

export type GuardedUpdate<Row> =
  | { readonly outcome: 'updated'; readonly row: Row }
  | { readonly outcome: 'stale'; readonly current: Row }
  | { readonly outcome: 'absent' };

const IDENTIFIER = /^[a-z_][a-z0-9_]*$/;

/**
 * The only update of a versioned row: it changes the version that the editor saw, or nothing. TypeORM's `save()` would
 * overwrite a newer row and set its version back; a trigger refuses that too.
 */
export async function guardedUpdate<Row extends object>(
  tx: Tx,
  table: string,
  id: string,
  version: number,
  changes: Readonly<Record<string, unknown>>,
): Promise<GuardedUpdate<Row>> {
  const columns = Object.keys(changes);
  for (const name of [table, ...columns])
    if (!IDENTIFIER.test(name)) throw new Error(`not a column or table name: ${name}`);
  const assignments = columns.map((column, index) => `${column} = $${index + 3}`);
  const [row] = await tx.rows<Row>(
    `UPDATE ${table}
     SET ${[...assignments, 'version = version + 1', 'updated_at = now()'].join(', ')}
     WHERE id = $1 AND version = $2
     RETURNING *`,
    [id, version, ...Object.values(changes)],
  );
  if (row) return { outcome: 'updated', row };
  const current = await tx.one<Row>(`SELECT * FROM ${table} WHERE id = $1`, [id]);
  return current ? { outcome: 'stale', current } : { outcome: 'absent' };
}
