import type { Directory } from './directory.js';
import { fieldOf, type ImportKind } from './fields.js';
import { GridIndex, type Grid, type GridCell, type GridRow } from './grid.js';
import type { Instructions } from './instructions.js';
import { kindRules, type ImportEntry } from './kinds.js';
import { yearInTitle } from './read-days.js';
import { readRow, type CellFault, type NoticedCell } from './read-row.js';
import { rowKind, type RowKind } from './row-kind.js';
import type { UnitCheck } from './unit-check.js';
import { CorrectedCells } from './corrected-cells.js';
import { unitChecks, unitInUse, withUnits } from './sheet-units.js';

export interface CheckedRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly outcome: 'valid' | 'invalid' | 'skipped';
  readonly faults: readonly CellFault[];
  readonly notices: readonly NoticedCell[];
  readonly entry?: ImportEntry;
}

export interface CheckedSheet {
  /** From below the header to the last row, including empty rows. */
  readonly rows: readonly CheckedRow[];
  readonly units: readonly UnitCheck[];
}

/** At most this many empty rows are listed one by one; a ledger has no longer gaps. */
const listedEmptyRows = 1_000;

/**
 * Reads the sheet row by row, following the instructions. It is a generator, so that the caller can do other work
 * between rows; it returns the unit checks. It writes nothing and does not know what is stored. Faults are in the rows,
 * with their codes.
 */
export function* checkRows(
  kind: ImportKind,
  grid: Grid,
  instructions: Instructions,
  directory: Directory,
): Generator<CheckedRow, readonly UnitCheck[]> {
  const index = new GridIndex(grid);
  const mapped = withUnits(kind, instructions);
  const kinds = kindsOf(index, instructions, kind);
  const records = kinds.filter((row) => row.kind === 'record').map(({ row }) => row);
  const cells = new CorrectedCells(index, instructions, mapped);
  const units = unitChecks(kind, mapped, instructions, records, cells);
  const columns = mapped.map((column) => ({ ...column, unit: unitInUse(kind, column, instructions, units) }));
  const columnOf = (field: string): number | null => columns.find((one) => one.field.field === field)?.column ?? null;
  const skipped = new Set(instructions.skipped);
  const rules = kindRules[kind];
  const context = {
    directory,
    titleYear: yearInTitle(
      grid.rows
        .filter(({ number }) => number < instructions.header.first)
        .flatMap((row) => row.cells.map(({ text }) => text)),
    ),
  };
  const first = new Map<string, { readonly row: number; readonly number: string | null }[]>();
  const validRows: number[] = [];

  for (const { row, kind: is, hidden } of kinds) {
    if (is !== 'record' || skipped.has(row)) {
      yield { row, kind: is, outcome: 'skipped', faults: [], notices: [] };
      continue;
    }
    const read = readRow(columns, (column) => cells.at(row, column), { directory, dateSystem: grid.dateSystem });
    const notices = [
      ...read.notices,
      ...cells.filledIn(row),
      ...(hidden ? [{ column: 0, notice: 'row.hidden' as const }] : []),
    ];
    const made = rules.entry(row, read, columnOf, context);
    if ('entry' in made && made.notices) notices.push(...made.notices);
    // A row with a readable key is the first of its key, even if another cell is wrong.
    const values = 'entry' in made ? { ...made.entry } : read.values;
    const key = rules.key(values);
    const number = rules.number?.(values) ?? null;
    const same = key === undefined ? [] : (first.get(key) ?? []);
    const before = same.find((one) => number === null || one.number === null || one.number === number)?.row;
    if (key !== undefined && before === undefined) first.set(key, [...same, { row, number }]);
    const faults = [
      ...('faults' in made ? made.faults : []),
      ...(before === undefined
        ? []
        : [duplicateOf(before, cells.at(row, columnOf('creditCode') ?? 0), columnOf('creditCode'))]),
    ];
    if (faults.length > 0 || !('entry' in made)) yield { row, kind: is, outcome: 'invalid', faults, notices };
    else {
      validRows.push(row);
      yield { row, kind: is, outcome: 'valid', faults: [], notices, entry: made.entry };
    }
  }
  // The unit check shown to the person covers only the rows that will be imported; faulty rows would distort it.
  return validRows.length > 0 ? unitChecks(kind, mapped, instructions, validRows, cells) : units;
}

/** As {@link checkRows}, all rows at once. */
export function checkSheet(
  kind: ImportKind,
  grid: Grid,
  instructions: Instructions,
  directory: Directory,
): CheckedSheet {
  const rows: CheckedRow[] = [];
  const reading = checkRows(kind, grid, instructions, directory);
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) return { rows, units: next.value };
    rows.push(next.value);
  }
}

const duplicateOf = (before: number, cell: GridCell | undefined, column: number | null): CellFault => ({
  column,
  field: 'creditCode',
  code: 'row.duplicate',
  value: (cell?.text ?? '').slice(0, 64),
  facts: { row: before },
});

interface KindOfRow {
  row: number;
  kind: RowKind;
  hidden: boolean;
}

function kindsOf(index: GridIndex, { header, columns }: Instructions, kind: ImportKind): KindOfRow[] {
  const identifying = columns
    .filter(
      ({ field }) => field !== null && ['credit-code', 'firm-code', 'name'].includes(fieldOf(kind, field)?.reads ?? ''),
    )
    .map(({ column }) => column);
  const rows: KindOfRow[] = [];
  let expected = header.last + 1;
  for (const row of index.grid.rows.filter(({ number }) => number > header.last)) {
    for (; expected < row.number && rows.length < listedEmptyRows; expected += 1)
      rows.push({ row: expected, kind: 'empty', hidden: false });
    expected = row.number + 1;
    rows.push({ row: row.number, kind: kindOf(row, header, index, identifying), hidden: row.hidden ?? false });
  }
  return rows;
}

const kindOf = (
  row: GridRow,
  header: Instructions['header'],
  index: GridIndex,
  identifying: readonly number[],
): RowKind => rowKind(row, header, index, identifying);
