import { Refusal } from '../refusal/index.js';

/** A calendar day in China, `'YYYY-MM-DD'`, without hour and time zone. Text order is time order. */
export type Day = string;

export const firstDay: Day = '1990-01-01';
export const lastDay: Day = '2100-12-31';
/** The time zone of the office. Only this file turns instants into days. */
export const officeZone = 'Asia/Shanghai';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;
const utc = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** Whether the day exists; the year is not limited. */
const exists = (text: string): boolean => {
  const [, year, month, date] = (shape.exec(text) ?? []).map(Number);
  if (!year || !month || !date || month > 12) return false;
  return date <= daysInMonth(year, month);
};

/** `month` is 1–12. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether the value is a day from 1990 to 2100. */
export const isDay = (input: unknown): input is Day =>
  typeof input === 'string' && exists(input) && input >= firstDay && input <= lastDay;

/**
 * Reads a day. Refuses `date.format` (not YYYY-MM-DD), `date.impossible` (2026-02-30) and `date.range` (outside 1990 …
 * 2100).
 */
export function day(input: unknown): Day {
  if (typeof input !== 'string' || !shape.test(input)) throw new Refusal('date.format', { shape: 'YYYY-MM-DD' });
  if (!exists(input)) throw new Refusal('date.impossible', {});
  return withinRange(input);
}

function withinRange(text: Day): Day {
  if (text < firstDay || text > lastDay) throw new Refusal('date.range', { first: firstDay, last: lastDay });
  return text;
}

export const compareDays = (a: Day, b: Day): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);
export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b);
export const yearOf = (on: Day): number => Number(on.slice(0, 4));
export const firstDayOfYear = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`;
export const lastDayOfYear = (year: number): Day => `${String(year).padStart(4, '0')}-12-31`;

/** Adds days; a negative number goes back. Refuses `date.range` outside 1990 … 2100. */
export const addDays = (from: Day, days: number): Day => withinRange(fromUtc(utc(from) + days * dayMs));
/** Whole days from the first to the second; negative if the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => (utc(to) - utc(from)) / dayMs;

/**
 * The same date in another month; if that month is too short, its last day: 2026-01-31 + 1 month is 2026-02-28. Refuses
 * `date.range`.
 */
export function addMonths(from: Day, months: number): Day {
  const index = yearOf(from) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const date = Math.min(Number(from.slice(8, 10)), daysInMonth(year, month));
  return withinRange(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  );
}

/** As {@link addMonths}: 2024-02-29 + 1 year is 2025-02-28. */
export const addYears = (from: Day, years: number): Day => addMonths(from, years * 12);

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (on: Day): number => new Date(utc(on)).getUTCDay();
/** The Monday of the day's week; the office counts weeks from Monday. */
export const mondayOf = (on: Day): Day => addDays(on, -((weekday(on) + 6) % 7));

/** The first calendar year that begins on or after the day: 2027-10-20 → 2028, 2028-01-01 → 2028. */
export const firstFullYearFrom = (on: Day): number => (on.endsWith('-01-01') ? yearOf(on) : yearOf(on) + 1);

const calendars = new Map<string, Intl.DateTimeFormat>();
const calendarOf = (zone: string): Intl.DateTimeFormat => {
  let calendar = calendars.get(zone);
  if (!calendar)
    calendars.set(
      zone,
      (calendar = new Intl.DateTimeFormat('en-CA', {
        timeZone: zone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      })),
    );
  return calendar;
};

/**
 * The day at the office at that instant: 2026-03-04T16:30Z is 2026-03-05 in Shanghai. Refuses `instant.impossible` if
 * the text is no instant.
 */
export function dayOfInstant(instant: Date | string, zone: string = officeZone): Day {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) throw new Refusal('instant.impossible', {});
  const parts = Object.fromEntries(
    calendarOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  return withinRange(`${parts['year']}-${parts['month']}-${parts['day']}`);
}
