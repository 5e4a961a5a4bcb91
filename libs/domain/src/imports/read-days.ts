import { addDays, compareDays, day, daysBetween, type Day } from '../days/index.js';
import { Refusal } from '../refusal/index.js';
import type { GridCell } from './grid.js';
import { dayOfCell } from './read-day.js';

interface DayParts {
  readonly year: number | null;
  readonly month: number;
  readonly date: number;
}

/** One day, or a span with both ends included. The year may be in another cell of the row. */
export interface DaySpan {
  readonly from: DayParts;
  readonly to: DayParts | null;
}

const datePattern = String.raw`(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})[日号]?`;
const spanPattern = new RegExp(
  String.raw`^${datePattern}(?:(?:至|到|—+|–|~|-)(?:${datePattern}|(\d{1,2})[日号]?))?$`,
  'u',
);

/**
 * Reads one or several spans: 10月1日（周四）至7日（周三）放假调休，共7天, 2027-10-01, 10.1-10.7, 9月20日（周日）、10月10日（周六）上班. Brackets, the
 * words for off or worked, and the count of days are ignored. Refuses `days.format` if anything else is there, and
 * `date.*` for a single day.
 */
export function daySpansOf(cell: GridCell, system: 1900 | 1904): DaySpan[] {
  if (cell.type === 'number') return [{ from: partsOf(dayOfCell(cell, system)), to: null }];
  const text = cell.text
    .normalize('NFKC')
    .replace(/\([^()]*\)/gu, '')
    .replace(/\s/gu, '');
  const items = text
    .split(/[、,;。和及]/u)
    .map((item) => item.replace(/(放假调休|放假|调休|休息|上班|补班|公休)+$/u, ''))
    .filter((item) => item !== '' && !/^共\d+天$/u.test(item));
  if (items.length === 0) throw new Refusal('days.format', { value: cell.text.slice(0, 64) });
  return items.map((item) => {
    const found = spanPattern.exec(item);
    if (!found) {
      // A single day in another shape (二〇二七年十月一日, 20271001).
      try {
        return { from: partsOf(dayOfCell({ type: 'text', text: item }, system)), to: null };
      } catch {
        throw new Refusal('days.format', { value: item.slice(0, 64) });
      }
    }
    const [, year, month, date, toYear, toMonth, toDate, onlyDate] = found.map((part) =>
      part === undefined ? null : Number(part),
    );
    const from = { year: year ?? null, month: month!, date: date! };
    if (typeof toMonth === 'number') return { from, to: { year: toYear ?? null, month: toMonth, date: toDate! } };
    return { from, to: typeof onlyDate === 'number' ? { year: null, month: month!, date: onlyDate } : null };
  });
}

const partsOf = (on: Day): DayParts => ({
  year: Number(on.slice(0, 4)),
  month: Number(on.slice(5, 7)),
  date: Number(on.slice(8, 10)),
});
const two = (n: number): string => String(n).padStart(2, '0');

/** No holiday is longer; a longer span has a wrong month or year. */
const longestSpan = 31;

/**
 * All days of the spans. Refuses `date.year-missing` (no year in cell, row or title), `days.two-years`, `days.order`
 * and `days.long`. A calendar is loaded year by year, so a span over New Year is written as two.
 */
export function daysOfSpans(spans: readonly DaySpan[], year: number | null): Day[] {
  const days = spans.flatMap(({ from, to }): Day[] => {
    const first = dayIn(from, year);
    const last = to ? dayIn(to, from.year ?? year) : first;
    if (
      first.slice(0, 4) !== last.slice(0, 4) ||
      (to && to.year === null && compareDays(last, first) < 0 && to.month < from.month)
    )
      throw new Refusal('days.two-years', { from: first, to: last });
    const more = daysBetween(first, last);
    if (more < 0) throw new Refusal('days.order', { from: first, to: last });
    if (more >= longestSpan) throw new Refusal('days.long', { days: more + 1, limit: longestSpan });
    return Array.from({ length: more + 1 }, (_, n) => addDays(first, n));
  });
  return [...new Set(days)];
}

function dayIn({ year, month, date }: DayParts, fallback: number | null): Day {
  const of = year ?? fallback;
  if (of === null) throw new Refusal('date.year-missing', {});
  return day(`${of}-${two(month)}-${two(date)}`);
}

/** Refuses `calendar.kind-unknown`: 调休 alone may mean either. */
export function dayKindNamed(text: string): 'holiday' | 'make-up' {
  const word = text.normalize('NFKC').replace(/\s/gu, '');
  if (/^(放假|休假|休息|休|假日|假期|节假日|法定节假日|法定假日|公休|放假调休|holiday)$/iu.test(word)) return 'holiday';
  if (/^(上班|补班|班|补班日|上班日|工作日|调休上班|调休补班|补休上班|make-up)$/iu.test(word)) return 'make-up';
  throw new Refusal('calendar.kind-unknown', { choices: '放假、补班' });
}

/** The year named in a title (关于2027年部分节假日安排的通知); null if there are several. */
export function yearInTitle(texts: readonly string[]): number | null {
  const years = new Set(
    texts.flatMap((text) =>
      [...text.normalize('NFKC').matchAll(/(?<!\d)(20\d{2})\s*年/gu)].map(([, year]) => Number(year)),
    ),
  );
  return years.size === 1 ? [...years][0]! : null;
}
