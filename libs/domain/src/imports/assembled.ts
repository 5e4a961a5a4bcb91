import type { CellFault, NoticedCell, ReadRow } from './read-row.js';

/** What the cells of one row make: a record, or the faults that keep it from being one. */
export type Assembled<Entry> =
  { readonly entry: Entry; readonly notices?: readonly NoticedCell[] } | { readonly faults: readonly CellFault[] };
export type ColumnOf = (field: string) => number | null;
export type Value = <T>(field: string) => T | null;

export const valuesIn =
  ({ values }: ReadRow): Value =>
  <T>(field: string) =>
    (values[field] as T | undefined) ?? null;
export const fault = (
  column: ColumnOf,
  field: string,
  code: string,
  value: string,
  facts: CellFault['facts'] = {},
): CellFault => ({ column: column(field), field, code, value, facts });
