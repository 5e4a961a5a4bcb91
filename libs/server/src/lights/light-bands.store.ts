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

/** All tables, newest first; there are only a few. */
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
 * A month uses the bands in force when it ended (UTC+8, no summer time). A month that has not ended uses those in force
 * at `moment`. So a change never changes the colour of a past month.
 */
export function bandsOfMonth(tables: readonly BandsRow[], year: number, month: number, moment: Date): readonly Band[] {
  const end = new Date(`${lastDayOfMonth(year, month)}T23:59:59.999+08:00`);
  const at = (end < moment ? end : moment).toISOString();
  return tables.find(({ known_from }) => known_from <= at)?.bands ?? tables.at(-1)?.bands ?? defaultBands;
}
