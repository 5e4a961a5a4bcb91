import type { Column, Trait } from './column.js';
import type { Expression } from './expression.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- a column of any value and any traits */
export type Columns = Readonly<Record<string, Column<any, any>>>;
type ColumnsOf<T> = T extends { readonly description: infer D extends Columns } ? D : never;

type ValueOf<C> = C extends Column<infer Value, any> ? Value : never;
type Has<C, T extends Trait> =
  C extends Column<any, infer All> ? (Extract<All, T> extends never ? false : true) : false;
/* eslint-enable @typescript-eslint/no-explicit-any */

/** The fields of a table whose columns have a trait. */
export type FieldsWith<D extends Columns, T extends Trait> = {
  [K in keyof D]: Has<D[K], T> extends true ? K : never;
}[keyof D] &
  string;
export type FieldOf<D extends Columns> = keyof D & string;
type ShownField<D extends Columns> = Exclude<FieldOf<D>, FieldsWith<D, 'hidden'>>;
/** Fields a statement may write. */
type WrittenField<D extends Columns> = Exclude<FieldOf<D>, FieldsWith<D, 'generated'>>;
type MayBeLeftOut<D extends Columns> = FieldsWith<D, 'filled' | 'later'>;
type MustBeGiven<D extends Columns> = Exclude<WrittenField<D>, MayBeLeftOut<D>>;

export type EveryValue<D extends Columns> = { [K in FieldOf<D>]: ValueOf<D[K]> };
export type ShownValues<D extends Columns> = { [K in ShownField<D>]: ValueOf<D[K]> };
export type Editable<D extends Columns> = { [K in FieldsWith<D, 'editable'>]: ValueOf<D[K]> };

/** Values of a new row. Columns without a default are required; the others are optional. */
export type NewValues<D extends Columns> = { [K in MustBeGiven<D>]: ValueOf<D[K]> | Expression } & {
  [K in MayBeLeftOut<D>]?: ValueOf<D[K]> | Expression | undefined;
};
/** Values a verb of the room writes. */
export type Changes<D extends Columns> = { [K in WrittenField<D>]?: ValueOf<D[K]> | Expression | undefined };
/** Rows are found by these; several values mean any of them. */
export type Equal<D extends Columns> = { [K in FieldOf<D>]?: ValueOf<D[K]> | readonly ValueOf<D[K]>[] };

/** What an editor may send for a new record: a field without null and without a default is required. */
type MayBeUnsaid<D extends Columns> = FieldsWith<D, 'nullable' | 'filled'>;
export type EditableGiven<D extends Columns> = {
  [K in Exclude<FieldsWith<D, 'editable'>, MayBeUnsaid<D>>]: ValueOf<D[K]>;
} & { [K in FieldsWith<D, 'editable'> & MayBeUnsaid<D>]?: ValueOf<D[K]> | undefined };

/** Fails to compile, and names the fields, if `Given` lacks a field of the name or has an extra one. */
export type NoneMissing<Wanted extends PropertyKey, Given> = [Exclude<Wanted, keyof Given>] extends [never]
  ? unknown
  : { readonly missing: Exclude<Wanted, keyof Given> };
export type NoOther<Wanted extends PropertyKey, Given> = [Exclude<keyof Given, Wanted>] extends [never]
  ? unknown
  : { readonly unknown: Exclude<keyof Given, Wanted> };

/** Every column of a row, hidden ones too. */
export type RowOf<T> = EveryValue<ColumnsOf<T>>;
/** The visible columns: what `columns()` selects. */
export type ShownOf<T> = ShownValues<ColumnsOf<T>>;
export type NewRowOf<T> = NewValues<ColumnsOf<T>>;
export type ChangesOf<T> = Changes<ColumnsOf<T>>;
export type EditableOf<T> = Editable<ColumnsOf<T>>;
