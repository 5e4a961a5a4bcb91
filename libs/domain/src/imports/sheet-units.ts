import type { ColumnUnit } from './column-units.js';
import { BESIDE, besideField, fieldOf, type ImportKind } from './fields.js';
import { groupOf, type Instructions } from './instructions.js';
import { bareEntry, isBareFraction, percentOfCell } from './read-number.js';
import { periodOfCell, periodUnits } from './read-period.js';
import type { MappedColumn } from './read-row.js';
import {
  checkDoubtfulCells,
  checkLedgerUnits,
  checkPlainUnits,
  type ComparedRow,
  type DoubtfulCell,
  type UnitCheck,
  type UnitGroup,
} from './unit-check.js';
import type { CorrectedCells } from './corrected-cells.js';

/** Rows the unit check compares; more rows would not change the result. */
const comparedRows = 1_000;

export function withUnits(kind: ImportKind, { columns }: Instructions): MappedColumn[] {
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
export function unitInUse(
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

export function unitChecks(
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
