/** Days are 'YYYY-MM-DD' strings: a Date would shift them by one day west of Shanghai. */

/** '2026-11-20', or '11-20' within the year of `today`. */
export function showDay(day: string | null | undefined, shortWithin?: string): string {
  if (!day) return '—';
  return shortWithin && day.slice(0, 4) === shortWithin.slice(0, 4) ? day.slice(5, 10) : day.slice(0, 10);
}

const zoned = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant with offset, in the time zone of the office: '2026-02-18 10:42'. */
export function showInstant(instant: string | null | undefined, shortWithin?: string): string {
  if (!instant) return '—';
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '—';
  const text = zoned.format(at);
  return shortWithin && text.slice(0, 4) === shortWithin.slice(0, 4) ? text.slice(5) : text;
}

/** The office's day at an instant; a page reads the clock once and passes the day on. */
export function dayOf(instant: Date): string {
  return zoned.format(instant).slice(0, 10);
}

/** Whole days from a to b; negative if b is earlier. */
export function daysBetween(a: string, b: string): number {
  return Math.round(
    (Date.parse(`${b.slice(0, 10)}T00:00:00Z`) - Date.parse(`${a.slice(0, 10)}T00:00:00Z`)) / 86_400_000,
  );
}

/**
 * What people type for a day: 2026-11-30, 2026.11.30, 2026/11/30, 2026年11月30日, 20261130, also 2026-1-5. Null if it is
 * no day of the calendar.
 */
export function readDay(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(text) ??
    [];
  if (year === undefined) return null;
  const read = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const at = new Date(`${read}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === read ? read : null;
}

/** Typed to its end: no further digit could make another day of it. */
export const isWholeDay = (typed: string): boolean =>
  /^(\d{8}|\d{4}\D+\d{2}\D+\d{2}\D*)$/.test(typed.normalize('NFKC').trim());
