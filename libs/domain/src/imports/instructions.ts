import type { ColumnUnit } from './column-units.js';
import { fieldOf, fieldsOf, type ImportKind } from './fields.js';
import type { FoundHeader, HeaderRows } from './find-header.js';
import type { UnitGroup } from './unit-check.js';

/** What one column is, as guessed or as chosen. */
export interface ColumnChoice {
  readonly column: number;
  readonly field: string | null;
  /** By the header; an answer to a unit question goes before it. */
  readonly unit: ColumnUnit | null;
}

/** How a person wants the sheet read. */
export interface Instructions {
  readonly header: HeaderRows;
  readonly columns: readonly ColumnChoice[];
  readonly units: Readonly<Partial<Record<UnitGroup, ColumnUnit>>>;
  /** By row, by column: the text that stands in for the cell. */
  readonly fixes: Readonly<Record<number, Readonly<Record<number, string>>>>;
  /** Rows the person leaves out. */
  readonly skipped: readonly number[];
}

export const instructionsFrom = ({ rows, columns }: FoundHeader): Instructions => ({ header: rows, columns: columns.map(({ column, field, unit }) => ({ column, field, unit })), units: {}, fixes: {}, skipped: [] });

/** Required fields no column gives; of annual figures at least one of the three. Nothing is checked before it is empty. */
export function missingFields(kind: ImportKind, columns: readonly ColumnChoice[]): string[] {
  const given = new Set(columns.map(({ field }) => field));
  const missing = fieldsOf[kind].filter(({ field, required }) => required && !given.has(field)).map(({ field }) => field);
  const figures = fieldsOf[kind].filter(({ indicator }) => indicator !== undefined).map(({ field }) => field);
  return kind === 'annual-actuals' && !figures.some((field) => given.has(field)) ? [...missing, ...figures] : missing;
}

/** Fields given to more than one column: the person must say which counts. */
export const doubledFields = (columns: readonly ColumnChoice[]): string[] => {
  const fields = columns.flatMap(({ field }) => (field === null ? [] : [field]));
  return [...new Set(fields.filter((field, at) => fields.indexOf(field) !== at))];
};

export const groupOf = (kind: ImportKind, field: string): UnitGroup | undefined => {
  const reads = fieldOf(kind, field)?.reads;
  if (reads === 'area') return 'area';
  if (reads === 'promise') return 'promises';
  return reads === 'money' ? (kind === 'annual-actuals' ? 'figures' : 'investment') : undefined;
};
