import { addDays, addMonths } from '@crm/domain/days';

export const periodKinds = ['month', 'quarter', 'year', 'any'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const lengths: Readonly<Record<Exclude<PeriodKind, 'any'>, number>> = { month: 1, quarter: 3, year: 12 };

/** The month, quarter or year that contains a day. */
export function periodAround(day: string, kind: Exclude<PeriodKind, 'any'>): { from: string; to: string } {
  const months = lengths[kind];
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months + 1;
  const from = `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** The period before or after. */
export const shifted = (from: string, kind: Exclude<PeriodKind, 'any'>, by: 1 | -1): { from: string; to: string } =>
  periodAround(addMonths(from, by * lengths[kind]), kind);

const aDay = (text: string | null): string | null =>
  text !== null && /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) ? text : null;

/** From the URL; by default the current year. */
export function readPeriod(search: URLSearchParams, today: string): { kind: PeriodKind; from: string; to: string } {
  const kind = periodKinds.find((one) => one === search.get('period')) ?? 'year';
  const [from, to] = [aDay(search.get('from')), aDay(search.get('to'))];
  if (kind !== 'any') return { kind, ...periodAround(from ?? today, kind) };
  return from && to && from <= to ? { kind, from, to } : { kind, ...periodAround(today, 'year') };
}
