import type { LightBands } from '@crm/api-contract/lights';
import { defaultBands, lastDayOfMonth, type Band } from '@crm/domain/lights';
import type { Rows } from '@crm/platform/db';

export interface BandsRow {
  id: string;
  number: number;
  bands: Band[];
  reason: string;
  entered_by_name: string | null;
  known_from: string;
  known_to: string | null;
}

/** Every table there was, newest first: a handful in a life. */
export const allBands = (rows: Rows): Promise<BandsRow[]> =>
  rows.rows<BandsRow>(
    `SELECT t.id, t.number, t.bands, t.reason, u.name AS entered_by_name, t.known_from, t.known_to
     FROM light_bands t
     LEFT JOIN app_user u ON u.id = t.entered_by
     ORDER BY t.number DESC`,
  );

export const bandsView = (row: BandsRow): LightBands => ({
  bands: row.bands.map((band) => ({ ...band })),
  reason: row.reason,
  enteredBy: row.entered_by_name,
  knownFrom: row.known_from,
  knownTo: row.known_to,
  version: row.number,
});

/**
 * A month goes by the bands in force when it ended (the zone's clock, UTC+8 without summer time); of a month that is
 * not over, those in force at `moment`. So a change never
 * repaints a month that is over.
 */
export function bandsOfMonth(tables: readonly BandsRow[], year: number, month: number, moment: Date): readonly Band[] {
  const end = new Date(`${lastDayOfMonth(year, month)}T23:59:59.999+08:00`);
  const at = (end < moment ? end : moment).toISOString();
  return tables.find(({ known_from }) => known_from <= at)?.bands ?? tables.at(-1)?.bands ?? defaultBands;
}
