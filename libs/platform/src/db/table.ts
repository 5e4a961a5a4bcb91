import { EntitySchema } from 'typeorm';
import { columnName, entityColumn, type ColumnFacts } from './column.js';
import type { Rows, Tx } from './database.js';
import {
  changeRow,
  insertRow,
  insertRows,
  selectRows,
  updateRows,
  type GuardedChange,
  type NamedColumn,
} from './table-statements.js';
import type {
  Changes,
  Columns,
  Editable,
  EditableGiven,
  Equal,
  FieldOf,
  FieldsWith,
  NewValues,
  NoOther,
  NoneMissing,
  ShownValues,
} from './row-types.js';

/** One table, described once. Types, statements, views and history follow from its columns. */
export class Table<D extends Columns> {
  /** The same description for TypeORM, registered with the DataSource. */
  readonly entity: EntitySchema;
  /** Each column by its field on the wire. */
  readonly named: ReadonlyMap<string, NamedColumn>;
  /** The fields the history tells, by column. */
  readonly told: ReadonlyMap<string, FieldsWith<D, 'told'>>;
  readonly editable: readonly FieldsWith<D, 'editable'>[];
  /** A version guards each change. */
  readonly versioned: boolean;
  private readonly shown: readonly FieldOf<D>[];

  constructor(
    readonly name: string,
    readonly description: D,
  ) {
    const columns = Object.entries(description).map(([field, column]): [string, NamedColumn] => [
      field,
      { field, column: columnName(field), facts: { ...column.facts, primary: column.facts.primary || field === 'id' } },
    ]);
    this.named = new Map(columns);
    const fields = (test: (facts: ColumnFacts) => boolean) =>
      columns.filter(([, { facts }]) => test(facts)).map(([field]) => field);
    this.shown = fields((facts) => !facts.hidden);
    this.editable = fields((facts) => facts.editable) as FieldsWith<D, 'editable'>[];
    this.told = new Map(
      columns
        .filter(([, { facts }]) => facts.told)
        .map(([field, { column }]) => [column, field as FieldsWith<D, 'told'>]),
    );
    this.versioned = this.named.has('version');
    // TypeORM wants a key. Where there is none, all columns that are never null tell a row.
    const keyed = columns.some(([, { facts }]) => facts.primary);
    const isKey = (facts: ColumnFacts) => (keyed ? facts.primary : !facts.nullable);
    this.entity = new EntitySchema({
      name,
      tableName: name,
      columns: Object.fromEntries(
        columns.map(([field, { column, facts }]) => [field, entityColumn(column, facts, isKey(facts))]),
      ),
    });
  }

  /** What shows of a row, for a SELECT: `t.project_name AS "projectName", …`. Its row is a `ShownOf`. */
  columns(alias?: string): string {
    return this.pick(alias, ...this.shown);
  }

  /** Every column, hidden ones too. Its row is a `RowOf`. */
  every(alias?: string): string {
    return this.pick(alias, ...(Object.keys(this.description) as FieldOf<D>[]));
  }

  pick(alias: string | undefined, ...fields: readonly FieldOf<D>[]): string {
    const from = alias ? `${alias}.` : '';
    return fields
      .map((field) => this.column(field))
      .map(({ column, field }) => (column === field ? `${from}${column}` : `${from}${column} AS "${field}"`))
      .join(', ');
  }

  /** What each sort of the wire means. */
  sorts<F extends FieldOf<D>>(alias: string, ...fields: readonly F[]): Record<F, string> {
    return Object.fromEntries(fields.map((field) => [field, `${alias}.${this.column(field).column}`])) as Record<
      F,
      string
    >;
  }

  column(field: string): NamedColumn {
    const found = this.named.get(field);
    if (!found) throw new Error(`${this.name} has no ${field}`);
    return found;
  }

  /** `onConflict` is what follows ON CONFLICT. */
  async insert<V extends NewValues<D>>(tx: Tx, values: V & NoOther<keyof D, V>, onConflict?: string): Promise<void> {
    await insertRow(tx, this, values, { onConflict });
  }

  /** Many rows in one statement, however many; each row has the fields of the first. Rows written. */
  insertMany<V extends NewValues<D>>(
    tx: Tx,
    rows: readonly (V & NoOther<keyof D, V>)[],
    onConflict?: string,
  ): Promise<number> {
    return insertRows(tx, this, rows, onConflict);
  }

  /** Changes what a verb has locked; the version grows. Rows changed. */
  async update(tx: Tx, where: Equal<D>, changes: Changes<D>): Promise<number> {
    return (await updateRows(tx, this, where, changes, 'true AS changed')).length;
  }

  /** Changes one record at the version its editor saw, or tells what is there now. Of a table with a version. */
  change(tx: Tx, id: string, version: number, changes: Changes<D>): Promise<GuardedChange<ShownValues<D>>> {
    return changeRow(tx, this, this.columns(), id, version, changes);
  }

  /** The rows with these values, as they show; null finds null. `more` is ORDER BY, LIMIT or FOR UPDATE. */
  find(rows: Rows, where: Equal<D>, more?: string): Promise<ShownValues<D>[]> {
    return selectRows(rows, this, this.columns(), where, more);
  }

  async one(rows: Rows, where: Equal<D>, more?: string): Promise<ShownValues<D> | undefined> {
    return (await this.find(rows, where, more))[0];
  }

  /** What an editor sent, as changes: it has every field an editor may change, each or undefined, and no other. */
  changesIn<I extends Partial<Editable<D>>>(
    input: I & NoneMissing<FieldsWith<D, 'editable'>, I> & NoOther<FieldsWith<D, 'editable'>, I>,
  ): Partial<Editable<D>> {
    return Object.fromEntries(
      this.editable.filter((field) => input[field] !== undefined).map((field) => [field, input[field]]),
    ) as Partial<Editable<D>>;
  }

  /** What an editor sent for a new row: every field an editor may change; what was not said is null or the default. */
  givenIn<I extends EditableGiven<D>>(input: I & NoneMissing<FieldsWith<D, 'editable'>, I>): Editable<D> {
    const given = input as Partial<Editable<D>>;
    return Object.fromEntries(
      this.editable.map((field) => [field, given[field] === undefined ? this.unsaid(field) : given[field]]),
    ) as Editable<D>;
  }

  private unsaid(field: string): unknown {
    const { facts } = this.column(field);
    if (facts.default && 'constant' in facts.default) return facts.default.constant;
    if (facts.nullable) return null;
    throw new Error(`${this.name} needs a value of ${field}`);
  }
}

export const defineTable = <D extends Columns>(name: string, columns: D): Table<D> => new Table(name, columns);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a table of any columns
export type AnyTable = Table<any>;
