import type { LightBands } from '@crm/api-contract/lights';
import { defaultBands, lastDayOfMonth, type Band } from '@crm/domain/lights';
import type { Rows, ShownOf } from '@crm/platform/db';
import { shaped } from '../data-access/index.js';
import { lightBandsTable } from './light.entity.js';

export interface BandsRow extends ShownOf<typeof lightBandsTable> {
  readonly enteredBy: string | null;
}

/** All tables, newest first; there are only a few. */
export const allBands = (rows: Rows): Promise<BandsRow[]> =>
  rows.rows<BandsRow>(
    `SELECT ${lightBandsTable.columns('t')}, u.name AS "enteredBy"
     FROM light_bands t
     LEFT JOIN app_user u ON u.id = t.entered_by
     ORDER BY t.number DESC`,
  );

export const bandsView = ({ number, ...row }: BandsRow): LightBands =>
  shaped<LightBands>()({ ...row, bands: row.bands.map((band) => ({ ...band })), version: number });

/**
 * A month uses the bands in force when it ended (UTC+8, no summer time). A month that has not ended uses those in force
 * at `moment`. So a change never changes the colour of a past month.
 */
export function bandsOfMonth(tables: readonly BandsRow[], year: number, month: number, moment: Date): readonly Band[] {
  const end = new Date(`${lastDayOfMonth(year, month)}T23:59:59.999+08:00`);
  const at = (end < moment ? end : moment).toISOString();
  return tables.find(({ knownFrom }) => knownFrom <= at)?.bands ?? tables.at(-1)?.bands ?? defaultBands;
}
