import type { ColumnType, EntitySchemaColumnOptions } from 'typeorm';

/**
 * What the compiler knows of a column besides its type. `editable`: an editor may change it. `told`: the history shows
 * it. `hidden`: not in the record's view. `filled`: the database has a default. `later`: null until a later verb writes
 * it. `generated`: never written.
 */
export type Trait = 'editable' | 'told' | 'hidden' | 'filled' | 'later' | 'generated' | 'nullable';

/** What is known of a column at run time. `type` is written as PostgreSQL's `format_type` prints it. */
export interface ColumnFacts {
  readonly type: string;
  readonly nullable: boolean;
  readonly primary: boolean;
  readonly generated: boolean;
  readonly editable: boolean;
  readonly told: boolean;
  readonly hidden: boolean;
  /** Tells of a person: the audit trail keeps the value apart and encrypted. */
  readonly personal: boolean;
  /** A constant, or the SQL of the value that the database computes. */
  readonly default?: { readonly constant: unknown } | { readonly sql: string };
  /** The table that the column refers to. */
  readonly references?: string;
}

/** One column of a table. `Value` is what a row has: instants and decimals are texts, as the wire writes them. */
export class Column<Value, Has extends Trait = never> {
  declare readonly value: Value;
  declare readonly has: Has;

  constructor(readonly facts: ColumnFacts) {}

  /** May be null; the insert must say so. */
  nullable(): Column<Value | null, Has | 'nullable'> {
    return this.with({ nullable: true });
  }

  /** Null in a new row; a later verb fills it. */
  later(): Column<Value | null, Has | 'nullable' | 'later'> {
    return this.with({ nullable: true });
  }

  /** Has this constant if a new row gives no value. */
  default(constant: Value): Column<Value, Has | 'filled'> {
    return this.with({ default: { constant } });
  }

  /** The database computes it if a new row gives no value, for example `now()`. */
  computed(sql: string): Column<Value, Has | 'filled'> {
    return this.with({ default: { sql } });
  }

  /** Written by the database alone: an identity, or computed from other columns. */
  generated(): Column<Value, Has | 'generated'> {
    return this.with({ generated: true });
  }

  primary(): Column<Value, Has> {
    return this.with({ primary: true });
  }

  references(table: string): Column<Value, Has> {
    return this.with({ references: table });
  }

  editable(): Column<Value, Has | 'editable'> {
    return this.with({ editable: true });
  }

  told(): Column<Value, Has | 'told'> {
    return this.with({ told: true });
  }

  /** Tells of a person. A migration says the same to the trail (`personalIn`), and a spec compares the two. */
  personal(): Column<Value, Has> {
    return this.with({ personal: true });
  }

  hidden(): Column<Value, Has | 'hidden'> {
    return this.with({ hidden: true });
  }

  private with<Next extends Column<unknown, Trait>>(facts: Partial<ColumnFacts>): Next {
    return new Column({ ...this.facts, ...facts }) as unknown as Next;
  }
}

const plainFacts = {
  nullable: false,
  primary: false,
  generated: false,
  editable: false,
  told: false,
  hidden: false,
  personal: false,
} as const;

const columnOf = <Value>(type: string): Column<Value> => new Column<Value>({ type, ...plainFacts });

export const uuid = () => columnOf<string>('uuid');
export function text(): Column<string>;
/** One word of a fixed list. */
export function text<Value extends string>(): Column<Value>;
export function text(): Column<string> {
  return columnOf('text');
}
export function textList(): Column<string[]>;
export function textList<Value extends string>(): Column<Value[]>;
export function textList(): Column<string[]> {
  return columnOf('text[]');
}
export const uuidList = () => columnOf<string[]>('uuid[]');
export const integerList = () => columnOf<number[]>('integer[]');
export function integer(): Column<number>;
/** One number of a fixed list. */
export function integer<Value extends number>(): Column<Value>;
export function integer(): Column<number> {
  return columnOf('integer');
}
export const smallint = () => columnOf<number>('smallint');
/** Larger than a JavaScript number can hold, so it is a text. */
export const bigint = () => columnOf<string>('bigint');
export const numeric = (digits?: number, places = 0) =>
  columnOf<string>(digits === undefined ? 'numeric' : `numeric(${digits},${places})`);
/** The id of a transaction of the database. */
export const transactionId = () => columnOf<string>('xid8');
/** 万元 or 亩 or another amount: exact to six places. */
export const amount = () => numeric(18, 6);
/** `2026-11-30`. */
export const day = () => columnOf<string>('date');
/** ISO 8601 in UTC. */
export const instant = () => columnOf<string>('timestamp with time zone');
export const flag = () => columnOf<boolean>('boolean');
export const json = <Value>() => columnOf<Value>('jsonb');
export const bytes = () => columnOf<Buffer>('bytea');

/** Columns of every record that people edit; the version grows by one with each change. */
export const recordColumns = () => ({
  version: integer().default(1),
  createdAt: instant().computed('now()'),
  updatedAt: instant().computed('now()'),
  demo: flag().default(false),
});

/** The same, but only the version is visible. */
export const quietRecordColumns = () => ({
  version: integer().default(1),
  createdAt: instant().computed('now()').hidden(),
  updatedAt: instant().computed('now()').hidden(),
  demo: flag().default(false).hidden(),
});

/** By convention a field of the wire is camelCase and its column snake_case. */
export const columnName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The same column as TypeORM describes it. */
export function entityColumn(name: string, facts: ColumnFacts, primary: boolean): EntitySchemaColumnOptions {
  const [, type = facts.type, precision, scale, array] =
    /^([a-z ]+?)(?:\((\d+),(\d+)\))?(\[\])?$/.exec(facts.type) ?? [];
  const given = facts.default;
  return {
    name,
    // TypeORM has no name for this type.
    type: (type === 'xid8' ? 'bigint' : type) as ColumnType,
    ...(precision === undefined ? {} : { precision: Number(precision), scale: Number(scale) }),
    ...(array ? { array: true } : {}),
    ...(facts.nullable ? { nullable: true } : {}),
    ...(primary ? { primary: true } : {}),
    ...(facts.generated ? { insert: false, update: false } : {}),
    ...(given === undefined ? {} : { default: 'sql' in given ? () => given.sql : given.constant }),
  };
}
