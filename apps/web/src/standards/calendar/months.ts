import type { CalendarYear } from '@crm/api-contract/standards';
import { daysInMonth, weekday } from '@crm/domain/days';

export type Kind = CalendarYear['days'][number]['kind'];
export type Days = ReadonlyMap<string, CalendarYear['days'][number]>;

export const byDay = (days: CalendarYear['days']): Days => new Map(days.map((one) => [one.day, one]));
export const isWeekend = (day: string): boolean => weekday(day) % 6 === 0;

/** The weeks of a month from Monday on; null stands beside the month. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const days = Array.from(
    { length: daysInMonth(year, month) },
    (_, at) => `${year}-${String(month).padStart(2, '0')}-${String(at + 1).padStart(2, '0')}`,
  );
  const before = (weekday(days[0]!) + 6) % 7;
  const cells = [...Array<null>(before).fill(null), ...days];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}

/** The next kind of a day when it is pressed: a weekday is off or not, a weekend day may be worked too. */
export function pressed(days: Days, day: string): Days {
  const kind = days.get(day)?.kind ?? null;
  const next: Kind | null = isWeekend(day)
    ? kind === null
      ? 'make-up'
      : kind === 'make-up'
        ? 'holiday'
        : null
    : kind === null
      ? 'holiday'
      : null;
  const after = new Map(days);
  if (next === null) after.delete(day);
  else after.set(day, { day, kind: next, name: days.get(day)?.name ?? '' });
  return after;
}

export const inOrder = (days: Days): CalendarYear['days'] =>
  [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));

/** The working days of the year, with these days. */
export const workingDaysIn = (year: number, days: Days): number =>
  Array.from({ length: 12 }, (_, at) => weeksOf(year, at + 1).flat())
    .flat()
    .filter((day) => {
      if (day === null) return false;
      const kind = days.get(day)?.kind;
      return kind === 'make-up' || (kind === undefined && !isWeekend(day));
    }).length;
