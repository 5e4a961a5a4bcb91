import type { ColumnFacts } from './column.js';
import type { Rows, Tx } from './database.js';
import { Expression, numbered } from './expression.js';

export interface NamedColumn {
  readonly field: string;
  readonly column: string;
  readonly facts: ColumnFacts;
}

/** What the statements need to know of a table. */
export interface Described {
  readonly name: string;
  readonly named: ReadonlyMap<string, NamedColumn>;
  readonly versioned: boolean;
  column(field: string): NamedColumn;
}

type Values = Readonly<Record<string, unknown>>;

/** One value as pg sends it: a json column as text. */
const sent = ({ facts }: NamedColumn, value: unknown): unknown =>
  facts.type === 'jsonb' && value !== null ? JSON.stringify(value) : value;

/** Statement texts by table and written fields. Each text is built once, and prepared once per connection. */
const texts = new WeakMap<object, Map<string, string>>();

function textFor(table: Described, key: string, make: () => string): string {
  let known = texts.get(table);
  if (!known) texts.set(table, (known = new Map()));
  let text = known.get(key);
  if (text === undefined) known.set(key, (text = make()));
  return text;
}

/** The fields with a value, and the key of the text that writes them. */
function written(given: Values): { readonly fields: readonly string[]; readonly key: string } {
  const fields: string[] = [];
  let key = '';
  for (const field in given) {
    const value = given[field];
    if (value === undefined) continue;
    fields.push(field);
    key += value instanceof Expression ? `${field}=${value.sql};` : `${field};`;
  }
  return { fields, key };
}

/** The values of a statement, in the order of `places`. */
function bind(table: Described, fields: readonly string[], given: Values, values: unknown[] = []): unknown[] {
  for (const field of fields) {
    const value = given[field];
    if (value instanceof Expression) values.push(...value.values);
    else values.push(sent(table.column(field), value));
  }
  return values;
}

/** `$n` for each field, or what the database computes; `taken` holds the places used so far. */
function places(fields: readonly string[], given: Values, taken: unknown[] = []): string[] {
  return fields.map((field) => {
    const value = given[field];
    return value instanceof Expression ? numbered(value.sql, value.values, taken) : numbered('?', [null], taken);
  });
}

const names = (table: Described, fields: readonly string[]): string[] =>
  fields.map((field) => table.column(field).column);

export async function insertRow<Row extends object>(
  tx: Tx,
  table: Described,
  given: Values,
  { onConflict, returning }: { readonly onConflict?: string | undefined; readonly returning?: string | undefined } = {},
): Promise<Row | undefined> {
  const { fields, key } = written(given);
  const text = textFor(table, `insert ${key} ${onConflict ?? ''} ${returning ?? ''}`, () =>
    [
      `INSERT INTO ${table.name} (${names(table, fields).join(', ')})`,
      `VALUES (${places(fields, given).join(', ')})`,
      ...(onConflict ? [`ON CONFLICT ${onConflict}`] : []),
      ...(returning ? [`RETURNING ${returning}`] : []),
    ].join('\n'),
  );
  return (await tx.hot<Row>(text, bind(table, fields, given)))[0];
}

/** Each column is sent as one array, so ten thousand rows need one round trip and one plan. */
export async function insertRows(
  tx: Tx,
  table: Described,
  rows: readonly Values[],
  onConflict?: string,
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = written(first).fields.map((field) => table.column(field));
  const list = columns.find(({ facts }) => facts.type.endsWith('[]'));
  if (list) throw new Error(`unnest would take the lists of ${table.name}.${list.column} apart`);
  const arrays = columns.map(({ facts }, index) => `$${index + 1}::${facts.type}[]`);
  return tx.run(
    [
      `INSERT INTO ${table.name} (${columns.map(({ column }) => column).join(', ')})`,
      `SELECT * FROM unnest(${arrays.join(', ')})`,
      ...(onConflict ? [`ON CONFLICT ${onConflict}`] : []),
    ].join('\n'),
    columns.map((column) => rows.map((row) => sent(column, row[column.field] ?? null))),
  );
}

/** Raises the version and sets the time of the change, if the table has them and no other value is given. */
const grows = (table: Described, fields: readonly string[]): string[] => [
  ...(table.versioned ? ['version = version + 1'] : []),
  ...(table.named.has('updatedAt') && !fields.includes('updatedAt') ? ['updated_at = now()'] : []),
];

function assignments(table: Described, fields: readonly string[], changes: Values, taken: unknown[]): string {
  const columns = names(table, fields);
  const values = places(fields, changes, taken);
  return [...columns.map((column, index) => `${column} = ${values[index]}`), ...grows(table, fields)].join(', ');
}

/** The condition that a row has these values; null becomes IS NULL, several values mean any of them. */
function equal(table: Described, where: Values, taken: unknown[]): string {
  const { fields } = written(where);
  if (fields.length === 0) throw new Error(`a statement on every row of ${table.name}`);
  return fields
    .map((field) => {
      const { column, facts } = table.column(field);
      const value = where[field];
      if (value === null) return `${column} IS NULL`;
      const anyOf = Array.isArray(value) && !facts.type.endsWith('[]') && facts.type !== 'jsonb';
      return `${column} = ${numbered(anyOf ? 'ANY(?)' : '?', [value], taken)}`;
    })
    .join(' AND ');
}

export async function selectRows<Row extends object>(
  rows: Rows,
  table: Described,
  columns: string,
  where: Values,
  more = '',
): Promise<Row[]> {
  const values: unknown[] = [];
  return rows.hot<Row>(`SELECT ${columns} FROM ${table.name} WHERE ${equal(table, where, values)} ${more}`, values);
}

export async function updateRows<Row extends object>(
  tx: Tx,
  table: Described,
  where: Values,
  changes: Values,
  returning: string,
): Promise<Row[]> {
  const { fields } = written(changes);
  const values = bind(table, fields, changes);
  const set = assignments(table, fields, changes, []);
  const text = `UPDATE ${table.name} SET ${set} WHERE ${equal(table, where, values)} RETURNING ${returning}`;
  return tx.hot<Row>(text, values);
}

export async function deleteRows(tx: Tx, table: Described, where: Values): Promise<number> {
  const values: unknown[] = [];
  return tx.run(`DELETE FROM ${table.name} WHERE ${equal(table, where, values)}`, values);
}

export type GuardedChange<Row> =
  | { readonly outcome: 'changed'; readonly row: Row }
  | { readonly outcome: 'stale'; readonly current: Row }
  | { readonly outcome: 'absent' };

/**
 * Changes the version that the editor saw, or nothing. TypeORM's `save()` of a stale row would overwrite it and set the
 * version back; a trigger refuses that too.
 */
export async function changeRow<Row extends object>(
  tx: Tx,
  table: Described,
  columns: string,
  id: string,
  version: number,
  changes: Values,
): Promise<GuardedChange<Row>> {
  const { fields } = written(changes);
  const values = bind(table, fields, changes);
  const set = assignments(table, fields, changes, []);
  const [row] = await tx.rows<Row>(
    `UPDATE ${table.name} SET ${set} WHERE ${equal(table, { id, version }, values)} RETURNING ${columns}`,
    values,
  );
  if (row) return { outcome: 'changed', row };
  const [current] = await selectRows<Row>(tx, table, columns, { id });
  return current ? { outcome: 'stale', current } : { outcome: 'absent' };
}
