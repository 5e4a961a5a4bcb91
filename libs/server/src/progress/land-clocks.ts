import type { Day } from '@crm/domain/days';
import type { Rows } from '@crm/platform/db';
import { owedOnOf } from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import { ABOUT, ABOUT_JOINS, within, type AboutRow, type Scope } from './about-contract.js';
import { inPerformanceOn } from './in-performance.js';

export interface LandClockRow extends AboutRow {
  area_mu: string | null;
  officer_id: string | null;
  department_id: string | null;
  land_granted_on: string;
  started_on: string | null;
  start_owed_on: string | null;
}

/**
 * Contracts live on the day whose land was granted by it, the longest ago first. start_owed_on is null if no start is
 * planned.
 */
export async function landClocks(
  rows: Rows,
  actor: Actor | null,
  today: Day,
  asOf: Day,
  scope: Scope = {},
): Promise<LandClockRow[]> {
  const where = within(actor, today, scope, [asOf]).and(
    `${inPerformanceOn('$1')} AND g.kind = 'land-granted' AND g.actual_on <= $1`,
  );
  return rows.rows<LandClockRow>(
    `SELECT
       ${ABOUT}, c.area_mu, c.officer_id, o.department_id, g.actual_on AS land_granted_on,
       CASE WHEN s.actual_on <= $1 THEN s.actual_on END AS started_on, ${owedOnOf('s')} AS start_owed_on
     FROM milestone g
     JOIN contract c ON c.id = g.contract_id ${ABOUT_JOINS}
     LEFT JOIN app_user o ON o.id = c.officer_id
     LEFT JOIN milestone s ON s.contract_id = c.id AND s.kind = 'construction-start' ${where.sql}
     ORDER BY g.actual_on, c.id`,
    where.values,
  );
}
