import type { ColumnUnit } from './column-units.js';
import { fieldOf, fieldsOf, type ImportKind } from './fields.js';
import type { FoundHeader, HeaderRows } from './find-header.js';
import type { UnitGroup } from './unit-check.js';

/** The meaning of one column, guessed or chosen. */
export interface ColumnChoice {
  readonly column: number;
  readonly field: string | null;
  /** From the header; the answer to a unit question takes precedence. */
  readonly unit: ColumnUnit | null;
}

/** How a person wants the sheet to be read. */
export interface Instructions {
  readonly header: HeaderRows;
  readonly columns: readonly ColumnChoice[];
  readonly units: Readonly<Partial<Record<UnitGroup, ColumnUnit>>>;
  /** By row and column: the text that replaces the cell. */
  readonly fixes: Readonly<Record<number, Readonly<Record<number, string>>>>;
  /** Rows the person skips. */
  readonly skipped: readonly number[];
}

/** The first instructions for a sheet: what was found, nothing corrected or skipped. */
export const instructionsFrom = ({ rows, columns }: FoundHeader): Instructions => ({
  header: rows,
  columns: columns.map(({ column, field, unit }) => ({ column, field, unit })),
  units: {},
  fixes: {},
  skipped: [],
});

/**
 * Required fields without a column. If one of several fields is enough and there is none, all of them are listed. No
 * row is checked until the list is empty.
 */
export function missingFields(kind: ImportKind, columns: readonly ColumnChoice[]): string[] {
  const given = new Set(columns.map(({ field }) => field));
  const missing = fieldsOf[kind]
    .filter(({ field, required }) => required && !given.has(field))
    .map(({ field }) => field);
  const ways = atLeastOneOf[kind];
  return ways.length === 0 || ways.some((way) => way.every((field) => given.has(field)))
    ? missing
    : [...missing, ...new Set(ways.flat())];
}

/** Of these sets of fields at least one must be complete; otherwise a row says nothing. */
const atLeastOneOf: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  'contract-ledger': [],
  'annual-actuals': [['actualInvestment'], ['actualOutput'], ['actualTax']],
  'provincial-standards': [['indicator', 'value'], ['standardInvestment'], ['standardOutput'], ['standardTax']],
  'working-days': [['day'], ['makeUp']],
};

/** Fields mapped to more than one column; the person must choose one. */
export const doubledFields = (columns: readonly ColumnChoice[]): string[] => {
  const fields = columns.flatMap(({ field }) => (field === null ? [] : [field]));
  return [...new Set(fields.filter((field, at) => fields.indexOf(field) !== at))];
};

export const groupOf = (kind: ImportKind, field: string): UnitGroup | undefined => {
  const reads = fieldOf(kind, field)?.reads;
  if (reads === 'area') return 'area';
  if (reads === 'promise') return 'promises';
  if (reads === 'standard') return 'standards';
  return reads === 'money' ? (kind === 'annual-actuals' ? 'figures' : 'investment') : undefined;
};
