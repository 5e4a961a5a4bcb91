import type { Tx } from '@crm/platform/db';

const NAME = /^[a-z_][a-z0-9_]*$/;

/**
 * Inserts many rows in one statement. Each column is sent as one array, so ten thousand rows need one round trip and
 * one plan. `columns` names each column with its type, `{ id: 'uuid', planned_on: 'date' }`; jsonb values are text.
 */
export async function insertMany<Column extends string>(
  tx: Tx,
  table: string,
  columns: Readonly<Record<Column, string>>,
  rows: readonly Readonly<Record<Column, unknown>>[],
  onConflict = '',
): Promise<number> {
  if (rows.length === 0) return 0;
  const names = Object.keys(columns) as Column[];
  for (const name of [table, ...names]) if (!NAME.test(name)) throw new Error(`not a column or table name: ${name}`);
  const arrays = names.map((name, index) => `$${index + 1}::${columns[name]}[]`);
  return tx.run(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')}) ${onConflict}`,
    names.map((name) => rows.map((row) => row[name] ?? null)),
  );
}
