import type { CheckUpFlag, CheckUpLimits } from '@crm/domain/contracts';
import type { Day } from '@crm/domain/days';
import type { Rows } from '@crm/platform/db';
import { COUNTED_KINDS } from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import { ABOUT_JOINS, within, type Scope } from './about-contract.js';
import { KNOWN, contractsAt, increasedIn, type Asked } from './check-up.store.js';
import { inPerformanceOn } from './in-performance.js';

type Flag = CheckUpFlag['rule'];

/** Which projects a page shows, and where it begins. */
export interface FlaggedPage {
  readonly flag?: Flag | undefined;
  /** Also the projects without a flag. */
  readonly all: boolean;
  readonly limit: number;
  readonly offset: number;
}

export interface Flagged {
  readonly examined: number;
  readonly flagged: number;
  readonly counts: Readonly<Record<Flag, number>>;
  /** The rows of all pages. */
  readonly total: number;
  readonly projectIds: readonly string[];
}

interface Found extends Record<Flag, number> {
  readonly examined: number;
  readonly flagged: number;
  readonly total: number;
  readonly projectId: string | null;
}

const COLUMN_OF: Readonly<Record<Flag, string>> = {
  'not-started': '"not-started"',
  'money-behind': '"money-behind"',
  'money-stopped': '"money-stopped"',
};
const LIMITS = ['monthsToStart', 'monthsToFirstMoney', 'leastPercent', 'monthsBetweenMoney'] as const;

/**
 * The rules of `checkUp` and the projects of `projectsInHand`, as SQL over all projects: the numbers, and the ids of a
 * page. Flagged projects come first, then the earliest signed. `progress.db-spec.ts` compares it with the rules.
 */
export async function flaggedProjects(
  rows: Rows,
  actor: Actor | null,
  today: Day,
  { asOf, instant }: Asked,
  limits: CheckUpLimits,
  scope: Scope = {},
  { flag, all, limit, offset }: FlaggedPage = { all: false, limit: 0, offset: 0 },
): Promise<Flagged> {
  const where = within(actor, today, scope, [instant, asOf]).and(
    `c.kind IN ${COUNTED_KINDS} AND ${inPerformanceOn('$2', '$1')} AND c.signed_on <= $2`,
  );
  const [start, first, least, between] = LIMITS.map((name) => where.bind('?::numeric', limits[name]));
  const shown = flag ? COLUMN_OF[flag] : all ? 'true' : 'flagged';
  const months = (number: string | undefined): string => `make_interval(months => ${number}::int)`;
  const contracts = contractsAt(instant);
  const found = await rows.rows<Found>(
    `WITH live AS (
       SELECT
         c.id, c.project_id, c.signed_on, coalesce(c.amount_wan, 0) AS amount_wan, ${increasedIn(contracts)} AS increased_wan,
         r.started_on, r.production_on, coalesce(r.milestones, 0) > 0 AS has_milestones
       FROM ${contracts} c ${scope.q ? ABOUT_JOINS : ''}
       LEFT JOIN LATERAL (
         SELECT
           count(*) AS milestones, min(x.actual_on) FILTER (WHERE m.kind = 'construction-start') AS started_on,
           min(x.actual_on) FILTER (WHERE m.kind = 'production-start') AS production_on
         FROM milestone m
         LEFT JOIN milestone_reached x ON x.milestone_id = m.id AND ${KNOWN('x')} AND x.actual_on <= $2
         WHERE m.contract_id = c.id
       ) r ON true ${where.sql}
     ),
     open AS (
       SELECT l.*
       FROM (SELECT *, bool_or(production_on IS NOT NULL) OVER (PARTITION BY project_id) AS produced FROM live) l
       WHERE l.production_on IS NULL AND (l.has_milestones OR NOT l.produced)
     ),
     project AS (
       SELECT
         o.project_id, min(o.signed_on) AS signed_on, min(o.started_on) AS started_on,
         (array_agg(o.amount_wan ORDER BY o.signed_on, o.id))[1] + sum(o.increased_wan) AS amount_wan,
         coalesce(sum(t.arrived_wan), 0) AS arrived_wan,
         greatest(min(o.started_on), max(t.arrived_on)) AS last_on
       FROM open o
       LEFT JOIN LATERAL (
         SELECT sum(t.amount_wan) AS arrived_wan, max(t.arrived_on) AS arrived_on
         FROM receipt t
         WHERE t.contract_id = o.id AND ${KNOWN('t')} AND t.arrived_on <= $2 AND t.amount_wan > 0
       ) t ON true
       GROUP BY o.project_id
     ),
     judged AS MATERIALIZED (
       SELECT
         project_id, signed_on, started_on IS NULL AND signed_on + ${months(start)} <= $2::date AS "not-started",
         coalesce(
           started_on + ${months(first)} <= $2::date AND arrived_wan * 100 < amount_wan * ${least}, false
         ) AS "money-behind",
         coalesce(
           started_on IS NOT NULL AND arrived_wan < amount_wan AND last_on + ${months(between)} <= $2::date, false
         ) AS "money-stopped"
       FROM project
     ),
     marked AS (SELECT *, "not-started" OR "money-behind" OR "money-stopped" AS flagged FROM judged),
     shown AS (SELECT * FROM marked WHERE ${shown}),
     page AS (
       SELECT project_id, row_number() OVER (ORDER BY flagged DESC, signed_on, project_id) AS place
       FROM shown
       ORDER BY place
       LIMIT ${limit}
       OFFSET ${offset}
     )
     SELECT n.*, (SELECT count(*)::int FROM shown) AS total, p.project_id AS "projectId"
     FROM
       (
         SELECT
           count(*)::int AS examined, count(*) FILTER (WHERE flagged)::int AS flagged,
           count(*) FILTER (WHERE "not-started")::int AS "not-started",
           count(*) FILTER (WHERE "money-behind")::int AS "money-behind",
           count(*) FILTER (WHERE "money-stopped")::int AS "money-stopped"
         FROM marked
       ) n
     LEFT JOIN page p ON true
     ORDER BY p.place`,
    where.values,
  );
  const { examined, flagged, total, projectId: _first, ...counts } = found[0] as Found;
  return {
    examined,
    flagged,
    counts,
    total,
    projectIds: found.flatMap(({ projectId }) => (projectId === null ? [] : [projectId])),
  };
}
