import type { ColumnUnit } from './column-units.js';
import type { Directory } from './directory.js';
import { BESIDE, besideField, fieldOf, type ImportKind } from './fields.js';
import { GridIndex, type Grid, type GridCell, type GridRow } from './grid.js';
import { groupOf, type Instructions } from './instructions.js';
import { kindRules, type ImportEntry } from './kinds.js';
import { bareEntry, isBareFraction, percentOfCell } from './read-cell.js';
import { periodOfCell, periodUnits } from './read-period.js';
import { yearInTitle } from './read-days.js';
import { readRow, type CellFault, type MappedColumn, type NoticedCell } from './read-row.js';
import { rowKind, type RowKind } from './row-kind.js';
import {
  checkDoubtfulCells,
  checkLedgerUnits,
  checkPlainUnits,
  type ComparedRow,
  type DoubtfulCell,
  type UnitCheck,
  type UnitGroup,
} from './unit-check.js';

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

/** Rows the unit check compares; more rows would not change the result. */
const comparedRows = 1_000;

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
    .filter(({ field }) => field !== null && ['credit-code', 'name'].includes(fieldOf(kind, field)?.reads ?? ''))
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

function withUnits(kind: ImportKind, { columns }: Instructions): MappedColumn[] {
  const mapped = columns.flatMap(({ column, field, unit }) => {
    const found = field === null ? undefined : fieldOf(kind, field);
    return found ? [{ column, field: found, unit }] : [];
  });
  const beside = fieldOf(kind, besideField[kind] ?? '');
  return beside && !mapped.some(({ field }) => field === beside)
    ? [...mapped, { column: BESIDE, field: beside, unit: null }]
    : mapped;
}

/**
 * The unit of a column: the person's answer, otherwise the header's, otherwise the best-fitting one. So the rest of the
 * row can be checked while a unit question is open.
 */
function unitInUse(
  kind: ImportKind,
  column: MappedColumn,
  { units: chosen }: Instructions,
  checks: readonly UnitCheck[],
): ColumnUnit | null {
  const group = groupOf(kind, column.field.field);
  if (column.field.reads === 'percent') return chosen.percent ?? column.unit;
  if (!group) return column.unit;
  const check = checks.find((one) => one.group === group);
  return chosen[group] ?? column.unit ?? check?.suggested ?? check?.readings[0]?.unit ?? null;
}

function unitChecks(
  kind: ImportKind,
  columns: readonly MappedColumn[],
  { units }: Instructions,
  records: readonly number[],
  cells: CorrectedCells,
): UnitCheck[] {
  const group = (name: UnitGroup) => {
    const of = columns.filter(({ field }) => groupOf(kind, field.field) === name);
    const filled = records
      .slice(0, comparedRows)
      .flatMap((row) => of.flatMap(({ column }) => bareEntry(cells.at(row, column)) ?? []));
    return {
      everyCell: filled.length > 0 && filled.every(({ unit }) => unit !== null),
      columns: of.map(({ column }) => column),
      stated: of.every(({ unit }) => unit !== null) ? (of[0]?.unit ?? null) : null,
      chosen: units[name] ?? null,
    };
  };
  const doubtful = [
    ...doubtfulShares(columns, units.percent ?? null, records, cells),
    ...doubtfulDays(columns, records, cells),
  ];
  if (kind === 'working-days') return [];
  if (kind === 'annual-actuals') return checkPlainUnits('figures', group('figures'));
  if (kind === 'provincial-standards') return checkPlainUnits('standards', group('standards'));
  const place = (field: string): number => columns.find((one) => one.field.field === field)?.column ?? -1;
  const compared = records.slice(0, comparedRows).flatMap((row): ComparedRow[] => {
    const [area, investment, promise] = [
      bareEntry(cells.at(row, place('area'))),
      bareEntry(cells.at(row, place('investment'))),
      bareEntry(cells.at(row, place('promisedInvestment'))),
    ];
    return area && investment && promise ? [{ row, area, investment, promise }] : [];
  });
  return [
    ...checkLedgerUnits(
      { area: group('area'), investment: group('investment'), promises: group('promises') },
      compared,
    ),
    ...doubtful,
  ];
}

function doubtfulShares(
  columns: readonly MappedColumn[],
  chosen: ColumnUnit | null,
  records: readonly number[],
  cells: CorrectedCells,
): UnitCheck[] {
  const shares = columns.filter(({ field }) => field.reads === 'percent').map(({ column }) => column);
  const bare = records.flatMap((row) =>
    shares.flatMap((column): DoubtfulCell[] => {
      const cell = cells.at(row, column);
      if (!cell || !isBareFraction(cell)) return [];
      const typed = bareEntry(cell)!.value;
      return [
        { row, typed, meanings: { percent: `${typed}%`, fraction: `${percentOfCell(cell, quiet, 'fraction')}%` } },
      ];
    }),
  );
  return checkDoubtfulCells('percent', shares, bare, chosen);
}

/** Each column of days has its own question; the answer is the unit of the column. */
const doubtfulDays = (
  columns: readonly MappedColumn[],
  records: readonly number[],
  cells: CorrectedCells,
): UnitCheck[] =>
  columns
    .filter(({ field }) => field.reads === 'day' || field.reads === 'full-production')
    .flatMap(({ column, field, unit }) => {
      const periods = records.flatMap((row): DoubtfulCell[] => {
        const cell = cells.at(row, column);
        const period = cell && periodOfCell(cell);
        // 2025年 means a year of full production, so there is no doubt.
        if (!period || (field.reads === 'full-production' && /^\d{4}\s*年度?$/u.test(cell.text.trim()))) return [];
        return [
          {
            row,
            typed: cell.text.trim().slice(0, 20),
            meanings: { 'period-end': period.last, 'period-first': period.first },
          },
        ];
      });
      const chosen = periodUnits.find((one) => one === unit) ?? null;
      return checkDoubtfulCells('days', [column], periods, chosen);
    });

const quiet = (): void => undefined;

/**
 * Cells with the person's corrections. Text of a merged area is repeated in each of its rows; amounts are not, since
 * they would be counted twice.
 */
class CorrectedCells {
  private readonly fillable: ReadonlySet<number>;

  constructor(
    private readonly index: GridIndex,
    private readonly instructions: Instructions,
    private readonly columns: readonly MappedColumn[],
  ) {
    this.fillable = new Set(
      columns
        .filter(({ field }) => !['area', 'money', 'promise', 'number', 'percent'].includes(field.reads))
        .map(({ column }) => column),
    );
  }

  at(row: number, column: number): GridCell | undefined {
    const fix = this.instructions.fixes[row]?.[column];
    if (fix !== undefined) return fix === '' ? undefined : { column, type: 'text', text: fix };
    return this.index.cell(row, column) ?? (this.fillable.has(column) ? this.index.seen(row, column) : undefined);
  }

  filledIn(row: number): NoticedCell[] {
    return this.columns
      .filter(
        ({ column }) =>
          !this.index.cell(row, column) && this.instructions.fixes[row]?.[column] === undefined && this.at(row, column),
      )
      .map(({ column }) => ({ column, notice: 'merged.filled' }));
  }
}
