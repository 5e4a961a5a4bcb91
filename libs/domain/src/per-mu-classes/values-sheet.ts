import {
  GridIndex,
  columnLetter,
  creditCodeOf,
  findHeader,
  headerText,
  nameOf,
  readable,
  rowKind,
  type Field,
  type FoundHeader,
  type Grid,
} from '../imports/index.js';
import { Refusal, isRefusal, type Facts } from '../refusal/index.js';
import { firmFields, namesOfItems } from './sheet-names.js';
import { type SheetItem, factorUnder, isEmptyMark, itemValue } from './sheet-value.js';

/** A fault with its row and column as the spreadsheet shows them. */
export interface SheetFault {
  readonly row: number;
  readonly column: string | null;
  readonly header: string;
  /** The item; null: the fault is in the enterprise column. */
  readonly item: string | null;
  readonly value: string;
  readonly code: string;
  readonly facts: Facts;
}

export interface SheetFirm {
  readonly row: number;
  /** Credit code if the sheet has one, otherwise the name. */
  readonly firm: string;
  readonly column: string;
  readonly header: string;
  /** Without faulty and empty cells. */
  readonly values: Readonly<Record<string, string>>;
}

export interface ValuesSheet {
  readonly headerRow: number;
  readonly columns: readonly { readonly column: string; readonly header: string; readonly item: string }[];
  /** Columns that match no item. */
  readonly unread: readonly { readonly column: string; readonly header: string }[];
  readonly rows: readonly SheetFirm[];
  readonly faults: readonly SheetFault[];
  /** Sums, notes and empty rows between the records. */
  readonly skipped: number;
  /** Values with more than six decimal places, rounded half up. */
  readonly rounded: number;
}

/** The most enterprises that can be entered at once. */
const FIRMS = 500;

/** The columns a header may have: the enterprise and the items of the round. */
export const valuesFields = (items: readonly SheetItem[]): Field[] => [
  ...firmFields,
  ...items.map((item) => ({
    field: `item ${item.key}`,
    reads: 'number' as const,
    names: [...(namesOfItems[item.key] ?? []), headerText(item.name).name],
  })),
];

/**
 * Reads the values of a sheet as an office keeps it. The header may stand below titles; columns are found by name, in
 * any order; sums and notes are skipped. Nothing is guessed: a cell that is no number, or a header with a wrong unit,
 * is a fault with its place. Refuses `evaluation.sheet-header` (no row names the enterprise and an item) and
 * `evaluation.sheet-rows` (more than 500 enterprises).
 */
export function readValuesSheet(grid: Grid, items: readonly SheetItem[]): ValuesSheet {
  const found = findHeader(grid, valuesFields(items));
  const firmColumns = found?.columns.filter(({ field }) => field === 'firm' || field === 'code') ?? [];
  const known =
    found?.columns.flatMap((one) => {
      const item = items.find(({ key }) => one.field === `item ${key}`);
      return item ? [{ ...one, item }] : [];
    }) ?? [];
  if (!found || firmColumns.length === 0 || known.length === 0) throw new Refusal('evaluation.sheet-header');
  const faults: SheetFault[] = [];
  const named = known.map(({ column, header, item }) => ({
    column,
    item,
    header: header.join(' '),
    unit: factorUnder(header, item),
  }));
  for (const { column, item, header, unit } of named)
    if (!unit)
      faults.push({
        row: found.rows.last,
        column: columnLetter(column),
        header,
        item: item.key,
        value: header,
        code: 'evaluation.sheet-unit',
        facts: { unit: item.unit },
      });
  const index = new GridIndex(grid);
  const records = grid.rows.filter(
    (row) =>
      row.number > found.rows.last &&
      rowKind(
        row,
        found.rows,
        index,
        firmColumns.map(({ column }) => column),
      ) === 'record',
  );
  if (records.length > FIRMS) throw new Refusal('evaluation.sheet-rows', { rows: records.length, limit: FIRMS });
  let rounded = 0;
  const rows = records.flatMap(({ number: row }): SheetFirm[] => {
    const values: Record<string, string> = {};
    for (const { column, item, header, unit } of named) {
      const cell = index.seen(row, column);
      if (!cell || !unit || isEmptyMark(cell)) continue;
      try {
        const read = itemValue(cell, item, unit);
        values[item.key] = read.value;
        if (read.rounded) rounded += 1;
      } catch (refused) {
        faults.push(
          faultAt(refused, {
            row,
            column: columnLetter(column),
            header,
            item: item.key,
            value: cell.text.slice(0, 64),
          }),
        );
      }
    }
    const firm = firmAt(index, row, firmColumns, faults);
    return firm ? [{ row, ...firm, values }] : [];
  });
  const matched = new Set([...firmColumns, ...known].map(({ column }) => column));
  return {
    headerRow: found.rows.last,
    columns: named.map(({ column, header, item }) => ({ column: columnLetter(column), header, item: item.key })),
    unread: found.columns
      .filter(({ column }) => !matched.has(column))
      .map(({ column, header }) => ({ column: columnLetter(column), header: header.join(' ') })),
    rows,
    faults,
    skipped: grid.rows.filter(({ number }) => number > found.rows.last).length - records.length,
    rounded,
  };
}

function faultAt(refused: unknown, place: Omit<SheetFault, 'code' | 'facts'>): SheetFault {
  if (!isRefusal(refused)) throw refused;
  return { ...place, code: refused.code, facts: refused.facts };
}

/** The credit code comes first: it is unambiguous. */
function firmAt(
  index: GridIndex,
  row: number,
  columns: FoundHeader['columns'],
  faults: SheetFault[],
): Pick<SheetFirm, 'firm' | 'column' | 'header'> | null {
  const ordered = [...columns].sort((a, b) => Number(b.field === 'code') - Number(a.field === 'code'));
  for (const { column, header, field } of ordered) {
    const cell = index.seen(row, column);
    if (!cell || cell.text.trim() === '') continue;
    const place = { column: columnLetter(column), header: header.join(' ') };
    try {
      const readableCell = readable(cell, () => undefined);
      return {
        ...place,
        firm: field === 'code' ? creditCodeOf(readableCell, () => undefined) : nameOf(readableCell, () => undefined),
      };
    } catch (refused) {
      faults.push(faultAt(refused, { row, ...place, item: null, value: cell.text.slice(0, 64) }));
      return null;
    }
  }
  const [first] = ordered;
  faults.push({
    row,
    column: first ? columnLetter(first.column) : null,
    header: first?.header.join(' ') ?? '',
    item: null,
    value: '',
    code: 'field.required',
    facts: {},
  });
  return null;
}
