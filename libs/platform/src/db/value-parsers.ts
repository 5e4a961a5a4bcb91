import pg from 'pg';

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;

/** `2026-11-30 08:37:00.123456+00`: an instant as a session in UTC prints it. */
const IN_UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/;

const parseInstant = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date | number;

/** ISO 8601 in UTC to the millisecond, cut and not rounded. In UTC this needs no calendar. */
export function isoInstant(text: string): string {
  if (IN_UTC.test(text)) {
    const end = text.length - 3;
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${end > 20 ? text.slice(20, Math.min(end, 23)).padEnd(3, '0') : '000'}Z`;
  }
  const at = parseInstant(text);
  return at instanceof Date ? at.toISOString() : text;
}

/** `23.270000` is stored with six decimal places; the wire carries `23.27`. */
export function plainNumeric(text: string): string {
  const point = text.indexOf('.');
  if (point < 0) return text;
  let end = text.length;
  while (text.charCodeAt(end - 1) === 48) end--;
  return text.slice(0, end - 1 === point ? point : end);
}

// A day stays a day: pg's default would make it an instant at local midnight and shift it by one day in another time
// zone.
pg.types.setTypeParser(DATE, (text) => text);

const parsers = new Map<number, (text: string) => unknown>([
  [TIMESTAMPTZ, isoInstant],
  [NUMERIC, plainNumeric],
]);

/** Values leave the database as on the wire, so that nothing is parsed only to be printed again. */
export const wireValues: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};
