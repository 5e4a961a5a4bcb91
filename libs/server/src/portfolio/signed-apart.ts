import type { Rows } from '@crm/platform/db';
import { COUNTED_KINDS, SIGNED_STATES, contractsKnownAt } from '../contracts/index.js';
import { Where, exact } from '../data-access/index.js';
import { scoped, type PortfolioScope } from './members.js';

/**
 * Signed contracts with and without commitments. A project counts once, with its first signing, at however many events
 * it was signed. A capital increase adds its increment and no contract (docs/domain.md, 合同与线索). Framework agreements
 * are never added. `instant`: as known then; null: as known now.
 */
export async function signedTotals(rows: Rows, scope: PortfolioScope, day: string, instant: string | null = null) {
  const where = scoped(new Where(instant === null ? [] : [instant]), scope)
    .and(`c.status IN ${SIGNED_STATES}`)
    .and('c.signed_on <= ?', day);
  const signed = (t: string): string => `${t}.kind IN ${COUNTED_KINDS} AND ${t}.status IN ${SIGNED_STATES}`;
  const [row] = await rows.hot<{
    substantive: number;
    substantiveWan: string;
    framework: number;
    frameworkWan: string;
  }>(
    `WITH twice AS MATERIALIZED (
       SELECT f.project_id FROM contract f WHERE ${signed('f')} GROUP BY f.project_id HAVING count(*) > 1
     )
     SELECT
       (count(*) FILTER (WHERE first))::int AS substantive,
       coalesce(sum(amount_wan) FILTER (WHERE first OR increase), 0) AS "substantiveWan",
       (count(*) FILTER (WHERE loose))::int AS framework,
       coalesce(sum(amount_wan) FILTER (WHERE loose), 0) AS "frameworkWan"
     FROM
       (
         SELECT
           c.amount_wan, c.kind = 'framework' AS loose, c.parent_id IS NOT NULL AS increase,
           c.kind IN ${COUNTED_KINDS}
             AND NOT (
               c.project_id IN (SELECT project_id FROM twice)
                 AND EXISTS (
                   SELECT 1
                   FROM contract f
                   WHERE f.project_id = c.project_id AND ${signed('f')} AND (f.signed_on, f.id) < (c.signed_on, c.id)
                 )
             ) AS first
         FROM ${instant === null ? 'contract' : contractsKnownAt('$1::timestamptz')} c ${where.sql}
       ) signed`,
    where.values,
  );
  return {
    substantiveContracts: row?.substantive ?? 0,
    substantiveWan: exact(row?.substantiveWan ?? '0'),
    frameworkContracts: row?.framework ?? 0,
    frameworkWan: exact(row?.frameworkWan ?? '0'),
  };
}
