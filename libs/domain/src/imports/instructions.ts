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

export const instructionsFrom = ({ rows, columns }: FoundHeader): Instructions => ({
  header: rows,
  columns: columns.map(({ column, field, unit }) => ({ column, field, unit })),
  units: {},
  fixes: {},
  skipped: [],
});

/**
 * Required fields no column gives, and of those where one is enough, all of them when there is none. Nothing is checked
 * before it is empty.
 */
export function missingFields(kind: ImportKind, columns: readonly ColumnChoice[]): string[] {
  const given = new Set(columns.map(({ field }) => field));
  const missing = fieldsOf[kind]
    .filter(({ field, required }) => required && !given.has(field))
    .map(({ field }) => field);
  const ways = oneOf[kind];
  return ways.length === 0 || ways.some((way) => way.every((field) => given.has(field)))
    ? missing
    : [...missing, ...new Set(ways.flat())];
}

/** Ways to give what a row is about: each a set of fields that belong together. */
const oneOf: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  'contract-ledger': [],
  'annual-actuals': [['actualInvestment'], ['actualOutput'], ['actualTax']],
  'provincial-standards': [['indicator', 'value'], ['standardInvestment'], ['standardOutput'], ['standardTax']],
  'working-days': [['day'], ['makeUp']],
};

/** Fields given to more than one column: the person must say which counts. */
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
