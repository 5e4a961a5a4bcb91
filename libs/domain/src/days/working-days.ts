import { type Day, addDays, day, yearOf, weekday } from './day.js';
import { Refusal } from '../refusal/index.js';

/** One year of the State Council's notice: days off besides usual weekends, and weekend days that are worked. */
export interface WorkingYear {
  readonly year: number;
  readonly holidays: readonly Day[];
  readonly makeUpDays: readonly Day[];
  /** The notice or the file the year was read from. */
  readonly source: string;
}

export interface WorkingCalendar {
  readonly years: ReadonlyMap<
    number,
    { readonly off: ReadonlySet<Day>; readonly worked: ReadonlySet<Day>; readonly source: string }
  >;
}

/** A needed year that is not loaded. The answer counted Monday to Friday in that year and must say so. */
export interface CalendarWarning {
  readonly code: 'calendar.year-not-loaded';
  readonly facts: { readonly year: number };
}

export interface WorkingDaysAnswer<T> {
  readonly value: T;
  readonly warnings: readonly CalendarWarning[];
}

/**
 * Builds the calendar. Refuses `calendar.year-twice`, `calendar.day-of-other-year`, `calendar.off-and-worked` (a day in
 * both lists) and `calendar.make-up-on-weekday` (a make-up day must fall on a weekend).
 */
export function workingCalendar(years: readonly WorkingYear[]): WorkingCalendar {
  const table = new Map<number, { off: Set<Day>; worked: Set<Day>; source: string }>();
  for (const { year, holidays, makeUpDays, source } of years) {
    if (table.has(year)) throw new Refusal('calendar.year-twice', { year });
    const off = new Set(holidays.map(day));
    const worked = new Set(makeUpDays.map(day));
    for (const on of [...off, ...worked])
      if (yearOf(on) !== year) throw new Refusal('calendar.day-of-other-year', { year, day: on });
    for (const on of worked) {
      if (off.has(on)) throw new Refusal('calendar.off-and-worked', { year, day: on });
      if (!isWeekend(on)) throw new Refusal('calendar.make-up-on-weekday', { year, day: on });
    }
    table.set(year, { off, worked, source });
  }
  return { years: table };
}

const isWeekend = (on: Day): boolean => weekday(on) % 6 === 0;

const reader = (calendar: WorkingCalendar) => {
  const missing = new Set<number>();
  return {
    works(on: Day): boolean {
      const year = calendar.years.get(yearOf(on));
      if (!year) missing.add(yearOf(on));
      if (year?.worked.has(on)) return true;
      return !isWeekend(on) && !year?.off.has(on);
    },
    answer: <T>(value: T): WorkingDaysAnswer<T> => ({
      value,
      warnings: [...missing]
        .sort((a, b) => a - b)
        .map((year) => ({ code: 'calendar.year-not-loaded', facts: { year } })),
    }),
  };
};

/** Whether people work on the day; a year that is not loaded counts Monday to Friday, with a warning. */
export function isWorkingDay(on: Day, calendar: WorkingCalendar): WorkingDaysAnswer<boolean> {
  const { works, answer } = reader(calendar);
  return answer(works(on));
}

/**
 * The last day of a term of n working days, counted from the day after receipt: 2021-09-30, 5 days → 2021-10-13.
 * Refuses `working-days.count` unless n is a whole number from 0 to 1,000.
 */
export function addWorkingDays(received: Day, n: number, calendar: WorkingCalendar): WorkingDaysAnswer<Day> {
  if (!Number.isInteger(n) || n < 0 || n > 1000) throw new Refusal('working-days.count', { min: 0, max: 1000 });
  const { works, answer } = reader(calendar);
  let on = received;
  for (let left = n; left > 0;) {
    on = addDays(on, 1);
    if (works(on)) left -= 1;
  }
  return answer(on);
}

/** The last day to ask for an extension, one working day before the term ends: due 2021-10-13 → 2021-10-12. */
export function lastDayToAskExtension(due: Day, calendar: WorkingCalendar): WorkingDaysAnswer<Day> {
  const { works, answer } = reader(calendar);
  let on = addDays(due, -1);
  while (!works(on)) on = addDays(on, -1);
  return answer(on);
}

/** Whether an extension may still be asked for on the day; see {@link lastDayToAskExtension}. */
export function mayAskExtension(askedOn: Day, due: Day, calendar: WorkingCalendar): WorkingDaysAnswer<boolean> {
  const last = lastDayToAskExtension(due, calendar);
  return { value: askedOn <= last.value, warnings: last.warnings };
}

/**
 * Working days after `from` up to and including `to`; negative if `to` is earlier. The inverse of
 * {@link addWorkingDays}.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): WorkingDaysAnswer<number> {
  const { works, answer } = reader(calendar);
  const [start, end, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let count = 0;
  for (let on = start; on < end;) {
    on = addDays(on, 1);
    if (works(on)) count += 1;
  }
  return answer(count === 0 ? 0 : count * sign);
}
