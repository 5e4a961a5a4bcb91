import type { CheckedRow } from './check-sheet.js';
import type { WorkingDayEntry } from './reference-entries.js';
import type { CellFault } from './read-row.js';

/**
 * Checks the rows of a working calendar against each other. A repeated day is refused in the later row:
 * `calendar.repeats`, or `calendar.off-and-worked` if the kinds differ. A year is loaded only as a whole. While one of
 * its rows is faulty, its other rows are refused too (`calendar.year-incomplete`); if the year of the faulty row is
 * unknown, the rows of all years are. Rows that the person skips do not count.
 */
export function checkCalendarRows(checked: readonly CheckedRow[]): CheckedRow[] {
  const seen = new Map<string, { row: number; kind: string }>();
  const once = checked.map((row): CheckedRow => {
    const entry = row.entry as WorkingDayEntry | undefined;
    if (!entry) return row;
    const faults = entry.days.flatMap(({ day, kind }): CellFault[] => {
      const before = seen.get(day);
      if (!before) seen.set(day, { row: row.row, kind });
      if (!before) return [];
      return [
        before.kind === kind
          ? fault('calendar.repeats', { day, row: before.row })
          : fault('calendar.off-and-worked', { day, year: entry.year }),
      ];
    });
    return faults.length > 0 ? refused(row, faults.slice(0, 1)) : row;
  });
  const broken = once.filter(({ outcome }) => outcome === 'invalid');
  if (broken.length === 0) return once;
  // A row that repeats a day still has a year; an unreadable row has none.
  const years = new Set(broken.map((row) => yearOf(checked, row.row)));
  return once.map((row) => {
    const entry = row.entry as WorkingDayEntry | undefined;
    return entry && (years.has(undefined) || years.has(entry.year))
      ? refused(row, [fault('calendar.year-incomplete', { year: entry.year, rows: broken.length })])
      : row;
  });
}

const yearOf = (checked: readonly CheckedRow[], row: number): number | undefined =>
  (checked.find((one) => one.row === row)?.entry as WorkingDayEntry | undefined)?.year;
const fault = (code: string, facts: CellFault['facts']): CellFault => ({
  column: null,
  field: 'day',
  code,
  value: '',
  facts,
});
const refused = ({ row, kind, notices }: CheckedRow, faults: readonly CellFault[]): CheckedRow => ({
  row,
  kind,
  notices,
  outcome: 'invalid',
  faults,
});
