import { EntitySchema } from 'typeorm';
import { columnName, entityColumn, type ColumnFacts } from './column.js';
import type { Rows, Tx } from './database.js';
import {
  changeRow,
  deleteRows,
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
  /** The fields listed in the history, by column. */
  readonly told: ReadonlyMap<string, FieldsWith<D, 'told'>>;
  readonly editable: readonly FieldsWith<D, 'editable'>[];
  /** Whether a version guards each change. */
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
    // TypeORM needs a key. Without one, all columns that are never null identify a row.
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

  /** The visible columns for a SELECT: `t.project_name AS "projectName", …`. The row is a `ShownOf`. */
  columns(alias?: string): string {
    return this.pick(alias, ...this.shown);
  }

  /** Every column, hidden ones too. The row is a `RowOf`. */
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

  /** Each column under an alias, by its field: `leadTable.as('t').projectName` is `t.project_name`. */
  as(alias: string): { readonly [K in FieldOf<D>]: string } {
    return Object.fromEntries([...this.named.values()].map(({ field, column }) => [field, `${alias}.${column}`])) as {
      readonly [K in FieldOf<D>]: string;
    };
  }

  /** The SQL of each sort on the wire. */
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

  /** `onConflict` is the SQL after ON CONFLICT. */
  async insert<V extends NewValues<D>>(tx: Tx, values: V & NoOther<keyof D, V>, onConflict?: string): Promise<boolean> {
    const row = await insertRow(tx, this, values, {
      onConflict,
      ...(onConflict ? { returning: 'true AS written' } : {}),
    });
    return !onConflict || row !== undefined;
  }

  /** Many rows in one statement; each has the fields of the first. Returns the number of rows written. */
  insertMany<V extends NewValues<D>>(
    tx: Tx,
    rows: readonly (V & NoOther<keyof D, V>)[],
    onConflict?: string,
  ): Promise<number> {
    return insertRows(tx, this, rows, onConflict);
  }

  /** Changes locked rows and raises the version. Returns the number of rows changed. */
  async update(tx: Tx, where: Equal<D>, changes: Changes<D>): Promise<number> {
    return (await updateRows(tx, this, where, changes, 'true AS changed')).length;
  }

  /** Returns the number of rows removed. */
  remove(tx: Tx, where: Equal<D>): Promise<number> {
    return deleteRows(tx, this, where);
  }

  /** Changes one record at the version its editor saw, or returns the current one. Only for a table with a version. */
  change(tx: Tx, id: string, version: number, changes: Changes<D>): Promise<GuardedChange<ShownValues<D>>> {
    return changeRow(tx, this, this.columns(), id, version, changes);
  }

  /** The rows with these values, as shown; null finds null. `more` is ORDER BY, LIMIT or FOR UPDATE. */
  find(rows: Rows, where: Equal<D>, more?: string): Promise<ShownValues<D>[]> {
    return selectRows(rows, this, this.columns(), where, more);
  }

  async one(rows: Rows, where: Equal<D>, more?: string): Promise<ShownValues<D> | undefined> {
    return (await this.find(rows, where, more))[0];
  }

  /** What an editor sent as changes: every editable field, each a value or undefined, and no other. */
  changesIn<I extends Partial<Editable<D>>>(
    input: I & NoneMissing<FieldsWith<D, 'editable'>, I> & NoOther<FieldsWith<D, 'editable'>, I>,
  ): Partial<Editable<D>> {
    return Object.fromEntries(
      this.editable.filter((field) => input[field] !== undefined).map((field) => [field, input[field]]),
    ) as Partial<Editable<D>>;
  }

  /** What an editor sent for a new row: every editable field; a missing one is null or its default. */
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
