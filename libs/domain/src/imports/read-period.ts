import { addDays, day, type Day } from '../days/index.js';
import type { GridCell } from './grid.js';

/** A month, quarter, half or year, where a sheet gives no day. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

/** Which day is meant if the cells of a column give only a month, quarter, half or year. */
export const periodUnits = ['period-end', 'period-first'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

const month = /^(\d{4})\s*[年./-]\s*(0?[1-9]|1[0-2])\s*月?(份|底|末)?$/u;
const half = /^(\d{4})\s*年?\s*(上|下)半年$/u;
const quarter = /^(\d{4})\s*年?\s*(?:第?\s*([一二三四1-4])\s*季度|q([1-4]))(?:末|底)?$/iu;
const year = /^(\d{4})\s*年(度|底|末|内|终)?$/u;
/** Excel keeps 2024.10 as 2024.1, so a number with one digit behind its point may be January or October. */
const unclear = /^\d{4}\.1$/;

const months = (inYear: string, from: number, to: number): Period => ({
  first: day(`${inYear}-${String(from).padStart(2, '0')}-01`),
  last: to === 12 ? day(`${inYear}-12-31`) : addDays(day(`${inYear}-${String(to + 1).padStart(2, '0')}-01`), -1),
});

/** The period that a cell names: 2023年6月, 2024.06, 2024年三季度, 2024年上半年, 2024年底. undefined: it names none. */
export function periodOfCell(cell: Pick<GridCell, 'type' | 'text' | 'shown'>): Period | undefined {
  const text = cell.text.normalize('NFKC').trim();
  if (cell.shown === 'date' || (cell.type === 'number' && unclear.test(text))) return undefined;
  const inMonth = month.exec(text);
  if (inMonth) return months(inMonth[1]!, Number(inMonth[2]), Number(inMonth[2]));
  const inHalf = half.exec(text);
  if (inHalf) return inHalf[2] === '上' ? months(inHalf[1]!, 1, 6) : months(inHalf[1]!, 7, 12);
  const inQuarter = quarter.exec(text);
  if (inQuarter) {
    const count = Number(inQuarter[3] ?? '一二三四'.indexOf(inQuarter[2]!) + 1) || Number(inQuarter[2]);
    return months(inQuarter[1]!, count * 3 - 2, count * 3);
  }
  const inYear = year.exec(text);
  return inYear ? months(inYear[1]!, 1, 12) : undefined;
}
