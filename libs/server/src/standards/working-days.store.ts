import { createHash } from 'node:crypto';
import { Refusal } from '@crm/domain/refusal';
import { newId, type Rows, type Tx } from '@crm/platform/db';
import { calendarYearTable, workingDayTable } from './standard.entity.js';

type DayKind = 'holiday' | 'make-up';

export interface NamedDay {
  readonly day: string;
  readonly kind: DayKind;
  readonly name: string;
}

export interface StoredYear {
  readonly year: number;
  readonly source: string;
  readonly days: readonly NamedDay[];
}

/** The days of these years that differ from Monday to Friday, for loaded years. */
export async function storedYears(rows: Rows, years: readonly number[]): Promise<StoredYear[]> {
  const found = await rows.rows<{ year: number; source: string; days: NamedDay[] }>(
    `SELECT
       y.year, y.source,
       coalesce(
         jsonb_agg(
           jsonb_build_object('day', d.day::text, 'kind', d.kind, 'name', d.name) ORDER BY d.day
         ) FILTER (WHERE d.id IS NOT NULL),
         '[]'
       ) AS days
     FROM calendar_year y
     LEFT JOIN working_day d ON d.day BETWEEN make_date(y.year, 1, 1) AND make_date(y.year, 12, 31)
     WHERE y.year = ANY($1)
     GROUP BY y.id
     ORDER BY y.year`,
    [years],
  );
  return found.map(({ year, source, days }) => ({ year, source, days }));
}

/** One day that would change; null is an ordinary day. */
export interface DayChange {
  readonly day: string;
  readonly before: DayKind | null;
  readonly after: DayKind | null;
  readonly name: string;
}

/** The changes if these days replaced those. A missing name is filled in only together with a change. */
export function yearDifference(there: readonly NamedDay[], wanted: readonly NamedDay[]): DayChange[] {
  const [before, after] = [new Map(there.map((one) => [one.day, one])), new Map(wanted.map((one) => [one.day, one]))];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((day): DayChange[] => {
    const [was, is] = [before.get(day), after.get(day)];
    return was?.kind === is?.kind
      ? []
      : [{ day, before: was?.kind ?? null, after: is?.kind ?? null, name: is?.name || was?.name || '' }];
  });
}

/** Identifies exactly this difference, so that its confirmation is valid for no other. */
export const differenceKey = (year: number, changes: readonly DayChange[]): string =>
  `replace-year:${year}:${createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 16)}`;

/** Replaces the days of a year, or begins a new year. Unchanged days are not touched, unless a name is filled in. */
export async function putYear(tx: Tx, importId: string | null, { year, source, days }: StoredYear): Promise<void> {
  const [there] = await storedYears(tx, [year]);
  if (there) await calendarYearTable.update(tx, { year }, { source, importId });
  else await calendarYearTable.insert(tx, { id: newId(), year, source, importId });
  const kept = new Map(days.map((one) => [one.day, one]));
  const gone = (there?.days ?? []).filter(({ day }) => !kept.has(day)).map(({ day }) => day);
  const before = new Map((there?.days ?? []).map((one) => [one.day, one]));
  const changed = days.filter(
    (one) => before.has(one.day) && (before.get(one.day)!.kind !== one.kind || before.get(one.day)!.name !== one.name),
  );
  if (gone.length > 0) await tx.run('DELETE FROM working_day WHERE day = ANY($1::date[])', [gone]);
  if (changed.length > 0) {
    await tx.run(
      `UPDATE working_day t
       SET kind = k.kind, name = k.name, version = t.version + 1, updated_at = now()
       FROM unnest($1::date[], $2::text[], $3::text[]) AS k(day, kind, name)
       WHERE t.day = k.day`,
      [changed.map(({ day }) => day), changed.map(({ kind }) => kind), changed.map(({ name }) => name)],
    );
  }
  await workingDayTable.insertMany(
    tx,
    days.filter(({ day }) => !before.has(day)).map(({ day, kind, name }) => ({ id: newId(), day, kind, name })),
  );
}

/** Refuses `calendar.changed-since`: a later import has replaced one of these years again. */
export async function demandYearsFree(rows: Rows, importId: string, years: readonly number[]): Promise<void> {
  const own = await rows.rows<{ year: number }>('SELECT year FROM calendar_year WHERE import_id = $1 ORDER BY year', [
    importId,
  ]);
  const missing = years.filter((year) => !own.some((one) => one.year === year));
  if (missing.length > 0) throw Refusal.conflict('calendar.changed-since', { years: missing.join('、') });
}

/**
 * Restores the state before an import: replaced years as they were, new years not loaded. Refuses what
 * {@link demandYearsFree} refuses.
 */
export async function revertYears(
  tx: Tx,
  importId: string,
  replaced: readonly StoredYear[],
  years: readonly number[],
): Promise<void> {
  await demandYearsFree(tx, importId, years);
  for (const year of replaced) await putYear(tx, null, year);
  const begun = years.filter((year) => !replaced.some((one) => one.year === year));
  await tx.run('DELETE FROM working_day WHERE extract(year FROM day)::int = ANY($1)', [begun]);
  await tx.run('DELETE FROM calendar_year WHERE year = ANY($1)', [begun]);
}
