import type { Day } from '../days/index.js';
import { creditCode, normaliseCreditCode, storedName, uncodedFirm, type UncodedFirm } from '../enterprises/index.js';
import { narrowDigits } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import type { ColumnUnit } from './column-units.js';
import type { GridCell } from './grid.js';
import { dayOfCell } from './read-day.js';
import { periodOfCell } from './read-period.js';

/** Corrections made to a cell, or facts to look at. The person sees them counted and marked. */
export const cellNotices = [
  'uscc.lower-case',
  'uscc.vouched',
  'firm.uncoded',
  'text.spaces',
  'digits.full-width',
  'formula.cached',
  'merged.filled',
  'row.hidden',
  'column.hidden',
  'figure.falls',
  'figure.scale',
  'year.from-title',
  'number.scaled',
  'number.negative',
  'date.rounded-up',
  'date.time-dropped',
  'date.period',
] as const;
export type CellNotice = (typeof cellNotices)[number];

/** Collects the notices while a cell is read. */
export type Notify = (notice: CellNotice) => void;

/**
 * Returns the cell if it has a value. Refuses `cell.error` (an error value) and `cell.uncalculated` (a formula without
 * a stored result).
 */
export function readable(cell: GridCell, notify: Notify): GridCell {
  if (cell.type === 'error') throw new Refusal('cell.error', { value: cell.text.slice(0, 20) });
  if (cell.formula === 'uncached') throw new Refusal('cell.uncalculated', {});
  if (cell.formula === 'cached') notify('formula.cached');
  return cell;
}

/** Refuses what {@link storedName} refuses; line breaks become spaces. */
export function nameOf(cell: GridCell, notify: Notify): string {
  const { name, notices } = storedName(cell.text.replace(/[\r\n]+/gu, ' '));
  if (notices.length > 0) notify('text.spaces');
  return name;
}

/** A note keeps its own spaces and line breaks. Refuses the characters that {@link storedName} refuses. */
export function textOf(cell: GridCell): string {
  storedName(cell.text.replace(/[\r\n\t]+/gu, ' '), 2_000);
  return cell.text.trim();
}

/**
 * Lower case, width and spaces are corrected. Refuses `uscc.number` (a code stored as a number has lost its last
 * digits) and `uscc.check`, unless the code is `vouched` for.
 */
export function creditCodeOf(cell: GridCell, notify: Notify, vouched: ReadonlySet<string> = new Set()): string {
  if (cell.type === 'number' || /^\d(\.\d+)?e\+?\d+$/i.test(cell.text.trim())) throw new Refusal('uscc.number', {});
  const seen = normaliseCreditCode(cell.text);
  const code = vouched.has(seen) ? seen : creditCode(cell.text);
  if (vouched.has(seen)) notify('uscc.vouched');
  if (cell.text !== code)
    notify(
      normaliseCreditCode(cell.text.toLowerCase()) === code && /[a-z]/.test(cell.text)
        ? 'uscc.lower-case'
        : 'text.spaces',
    );
  return code;
}

/** As {@link creditCodeOf}, or 待注册 or 境外 in its place. */
export function firmCodeOf(cell: GridCell, notify: Notify, vouched?: ReadonlySet<string>): string | UncodedFirm {
  const uncoded = uncodedFirm(cell.text);
  if (!uncoded) return creditCodeOf(cell, notify, vouched);
  notify('firm.uncoded');
  return uncoded;
}

/** 2025, "2025年", "2025年度". Refuses `year.format`. */
export function yearOfCell(cell: GridCell): number {
  const match = /^(19\d{2}|20\d{2}|2100)(\.0+)?\s*(年|年度)?$/u.exec(narrowDigits(cell.text).trim());
  if (!match) throw new Refusal('year.format', {});
  return Number(match[1]);
}

/** A day, or the end of a month, quarter, half or year (its first day if the column says so). */
export function dayOrPeriodOf(cell: GridCell, system: 1900 | 1904, unit: ColumnUnit | null, notify: Notify): Day {
  const period = periodOfCell(cell);
  if (!period) return dayOfCell(cell, system, notify);
  notify('date.period');
  return unit === 'period-first' ? period.first : period.last;
}

export type FullProductionEntry = { readonly year: number } | { readonly day: Day };

/** 达产: a year, or a day. Refuses what {@link dayOfCell} refuses. */
export function fullProductionOf(
  cell: GridCell,
  system: 1900 | 1904,
  notify: Notify,
  unit: ColumnUnit | null = null,
): FullProductionEntry {
  if (/^(19|20)\d{2}(\.0+)?\s*(年|年度)?$/u.test(narrowDigits(cell.text).trim())) return { year: yearOfCell(cell) };
  return { day: dayOrPeriodOf(cell, system, unit, notify) };
}
