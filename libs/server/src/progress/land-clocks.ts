import type { IdleLandState } from '@crm/domain/contracts';
import type { Day } from '@crm/domain/days';
import type { Rows } from '@crm/platform/db';
import { owedOnOf } from '../contracts/index.js';
import type { Actor, Where } from '../data-access/index.js';
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

/** Which clocks a page shows, and where it begins. */
export interface LandPage {
  readonly state?: IdleLandState | undefined;
  readonly limit: number;
  readonly offset: number;
}

const FROM = `
  milestone g
  JOIN contract c ON c.id = g.contract_id
  LEFT JOIN milestone s ON s.contract_id = c.id AND s.kind = 'construction-start'
`;

/** The rule `idleLand` as SQL; $1: the day. `progress.db-spec.ts` compares them. */
const STATE = `
  CASE
    WHEN s.actual_on <= $1 THEN 'stopped'
    WHEN g.actual_on + interval '2 years' <= $1::date THEN 'take-back'
    WHEN g.actual_on + interval '1 year' <= $1::date THEN 'fee'
    WHEN g.actual_on + interval '9 months' <= $1::date THEN 'warned'
    ELSE 'running'
  END
`;

const granted = (actor: Actor | null, today: Day, asOf: Day, scope: Scope): Where =>
  within(actor, today, scope, [asOf]).and(`${inPerformanceOn('$1')} AND g.kind = 'land-granted' AND g.actual_on <= $1`);

/**
 * Contracts that are live on the day and whose land was granted by then, the earliest first. `startOwedOn` null: no
 * start is planned. Without a page: of the contracts of the scope, for the planning of reminders.
 */
export async function landClocks(
  rows: Rows,
  actor: Actor | null,
  today: Day,
  asOf: Day,
  scope: Scope,
  page?: LandPage,
): Promise<LandClockRow[]> {
  const where = granted(actor, today, asOf, scope);
  if (page)
    where.and(page.state === undefined ? `${STATE} <> 'stopped'` : `${STATE} = ?`, ...(page.state ? [page.state] : []));
  return rows.rows<LandClockRow>(
    `SELECT
       ${ABOUT}, c.area_mu AS "areaMu", c.officer_id AS "officerId", o.department_id AS "departmentId",
       g.actual_on AS "landGrantedOn", CASE WHEN s.actual_on <= $1 THEN s.actual_on END AS "startedOn",
       ${owedOnOf('s')} AS "startOwedOn"
     FROM ${FROM} ${ABOUT_JOINS}
     LEFT JOIN app_user o ON o.id = c.officer_id ${where.sql}
     ORDER BY g.actual_on, c.id ${page ? `LIMIT ${page.limit} OFFSET ${page.offset}` : ''}`,
    where.values,
  );
}

/** How many clocks are in each state. */
export async function landStates(
  rows: Rows,
  actor: Actor,
  today: Day,
  asOf: Day,
  scope: Scope = {},
): Promise<ReadonlyMap<IdleLandState, number>> {
  const where = granted(actor, today, asOf, scope);
  const found = await rows.rows<{ state: IdleLandState; count: number }>(
    `SELECT ${STATE} AS state, count(*)::int AS count
     FROM ${FROM} ${scope.q ? ABOUT_JOINS : ''} ${where.sql}
     GROUP BY 1`,
    where.values,
  );
  return new Map(found.map(({ state, count }) => [state, count]));
}
