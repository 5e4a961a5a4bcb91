import type { Day } from '@crm/domain/days';
import type { Rows } from '@crm/platform/db';
import { owedOnOf } from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import { ABOUT, ABOUT_JOINS, within, type AboutRow, type Scope } from './about-contract.js';
import { inPerformanceOn } from './in-performance.js';

export interface LandClockRow extends AboutRow {
  areaMu: string | null;
  officerId: string | null;
  departmentId: string | null;
  landGrantedOn: string;
  startedOn: string | null;
  startOwedOn: string | null;
}

/**
 * Contracts that are live on the day and whose land was granted by then, the earliest first. `startOwedOn` null: no
 * start is planned.
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
       ${ABOUT}, c.area_mu AS "areaMu", c.officer_id AS "officerId", o.department_id AS "departmentId",
       g.actual_on AS "landGrantedOn", CASE WHEN s.actual_on <= $1 THEN s.actual_on END AS "startedOn",
       ${owedOnOf('s')} AS "startOwedOn"
     FROM milestone g
     JOIN contract c ON c.id = g.contract_id ${ABOUT_JOINS}
     LEFT JOIN app_user o ON o.id = c.officer_id
     LEFT JOIN milestone s ON s.contract_id = c.id AND s.kind = 'construction-start' ${where.sql}
     ORDER BY g.actual_on, c.id`,
    where.values,
  );
}
