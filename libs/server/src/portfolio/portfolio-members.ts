import { indicatorRules, indicators, promisedIndicators } from '@crm/domain/standards';
import { Where } from '../data-access/index.js';
import { COUNTED_KINDS, SIGNED_STATES, standsOn, takesOverOn } from '../contracts/index.js';
import { areaKnownAt, firstYearOwed, fullProductionKnownAt, knownAt } from '../assessments/index.js';

// One row per counted contract, in two ways that must agree: from the sums kept with every change (milliseconds), and
// from the promises,
// figures and standards themselves, as of any day and as known at any instant. Sums over these rows are taken in one
// place, whoever made them.

export interface PortfolioScope {
  readonly signedFrom?: string | undefined;
  readonly signedTo?: string | undefined;
  readonly parkId?: string | undefined;
  readonly industryId?: string | undefined;
  readonly officer?: string | undefined;
}

export const scoped = (where: Where, scope: PortfolioScope): Where =>
  where
    .given(scope.signedFrom, 'c.signed_on >= ?')
    .given(scope.signedTo, 'c.signed_on <= ?')
    .given(scope.parkId, 'c.park_id = ?')
    .given(scope.industryId, 'c.industry_id = ?')
    .given(scope.officer, 'c.handler_name = ?');

/** SQL of the members with its values; the columns are the same in both. */
export interface Members {
  readonly sql: string;
  readonly values: unknown[];
  /** True of what is reckoned in many steps, of which PostgreSQL keeps no statistics. */
  readonly derived: boolean;
}

/** What fell due before a renewal took over was owed under its predecessor. */
const owedHere = (due: string): string => `(r.stands_from IS NULL OR ${due} >= r.stands_from)`;

const KEYS = 'c.id, c.park_id, c.industry_id, c.signed_on, c.handler_name, c.amount_wan';
const each = (column: (indicator: string) => string): string => indicators.map(column).join(', ');

/** What is meant as an upper bound: the same comparison with its sides changed. */
const UPPER = `ARRAY[${promisedIndicators
  .filter((indicator) => indicatorRules[indicator].bound === 'at-most')
  .map((indicator) => `'${indicator}'`)
  .join(', ')}]`;

/**
 * What nobody reported and what follows from two other figures of the year; forty places are beyond any difference the
 * rule could see.
 */
const DERIVED = promisedIndicators.flatMap((indicator) => {
  const [part, whole] = indicatorRules[indicator].derivedFrom ?? [];
  if (!part || !whole) return [];
  return [
    `SELECT p.contract_id, '${indicator}', p.year, round(p.value * 100, 40) / w.value
     FROM reported p
     JOIN reported w
       ON w.contract_id = p.contract_id AND w.year = p.year AND w.indicator = '${whole}' AND w.value <> 0
     WHERE p.indicator = '${part}'
         AND NOT EXISTS (
           SELECT 1
           FROM reported s
           WHERE s.contract_id = p.contract_id AND s.year = p.year AND s.indicator = '${indicator}'
         )`,
  ];
});

/** From the kept sums, on the day they were kept for: `year` judged, or of each contract its last. */
export function storedMembers(scope: PortfolioScope, year: number | null, today: string): Members {
  const where = scoped(new Where(year === null ? [today] : [today, year]), scope).and(
    `c.kind IN ${COUNTED_KINDS} AND c.status IN ${SIGNED_STATES} AND ${standsOn('c', '$1::date')}`,
  );
  return {
    sql: `SELECT ${KEYS}, s.area_mu, coalesce(y.verdict, 'not-due') AS verdict,
        ${each((i) => `s.${i}_promised_wan_exact AS ${i}_promised, s.${i}_standard_wan_exact AS ${i}_standard, y.${i}_required_wan_exact AS ${i}_required, y.${i}_actual_wan AS ${i}_actual, y.${i}_verdict`)}
      FROM contract c
      JOIN contract_summary s ON s.contract_id = c.id
      LEFT JOIN contract_year_summary y ON y.contract_id = c.id AND ${year === null ? 'y.last' : 'y.year = $2::int'}
      ${where.sql}`,
    values: where.values,
    derived: false,
  };
}

/**
 * From the records themselves. The rules are those of the domain (periods.ts, assess-commitment.ts,
 * contract-verdict.ts) said in SQL; a spec holds the two against each other.
 * `instant` null: as known now.
 */
export function liveMembers(
  scope: PortfolioScope,
  year: number | null,
  asOf: string,
  instant: string | null,
  tolerance: string,
): Members {
  const known = instant === null ? null : '$4::timestamptz';
  const full = fullProductionKnownAt('c', known);
  const where = scoped(new Where([asOf, year, tolerance, instant]), scope).and(
    `c.kind IN ${COUNTED_KINDS} AND c.status IN ${SIGNED_STATES} AND c.signed_on <= $1::date AND ${standsOn('c', '$1::date')}`,
  );
  return {
    sql: `WITH member AS MATERIALIZED (
        SELECT
          ${KEYS}, ${known ? areaKnownAt('c', known) : 'c.area_mu'} AS area_mu, ${full.year} AS full_production_year,
          ${full.day} AS full_production_on,
          CASE WHEN c.renews_id IS NOT NULL THEN ${takesOverOn('c')} END AS stands_from FROM contract c ${full.from}
        ${where.sql} AND ($4::text IS NULL OR true)
      ), promise AS MATERIALIZED (
        SELECT
          m.id, m.contract_id, m.indicator, c.area_mu, c.stands_from, t.ramp, t.last_year,
          coalesce(t.tolerance_percent, $3::numeric) AS tolerance, f.from_year,
          coalesce(t.due_on, make_date(f.from_year, 12, 31)) AS invested_by,
          CASE t.master WHEN 'per-mu' THEN t.per_mu_wan * c.area_mu ELSE t.total END AS promised,
          k.per_mu_wan * c.area_mu AS standard
        FROM member c
        JOIN commitment m ON m.contract_id = c.id
        JOIN commitment_term t ON t.commitment_id = m.id AND ${knownAt('t', known)}
        CROSS JOIN LATERAL (SELECT ${firstYearOwed('t', 'c')} AS from_year) f
        LEFT JOIN contract_standard k ON k.contract_id = m.contract_id AND k.indicator = m.indicator
      ), dated AS (
        SELECT
          p.*,
          CASE
            WHEN p.indicator = 'investment' THEN extract(year FROM p.invested_by)::int
            ELSE p.from_year
          END AS whole_year,
          CASE
            WHEN p.ramp <> '[]' THEN (SELECT min((r ->> 'year')::int) FROM jsonb_array_elements(p.ramp) r)
          END AS ramp_year
          FROM promise p
      ), begun AS (
        SELECT
          d.*, least(d.whole_year, d.ramp_year) AS first_year,
          CASE WHEN d.indicator = 'investment'
            AND (
              d.ramp_year < coalesce(d.whole_year, 9999)
            )
              IS NOT TRUE THEN d.invested_by ELSE make_date(
                least(d.whole_year, d.ramp_year), 12, 31
              ) END < $1::date AS any_due
        FROM dated d
      ), reach AS (
        SELECT
          b.*, least(coalesce(b.last_year, 9999), greatest(extract(year FROM $1::date)::int, b.first_year)) AS through
        FROM begun b
      ), yearly AS (
        -- What is owed in every year, in those years alone that can speak: the year asked about; else the last two that are over (of the very last nothing may have been said yet) and the first, if none is due.
        SELECT
          r.id, r.contract_id, r.indicator, r.tolerance, r.promised, r.any_due, y.year = r.first_year AS first,
          y.year, make_date(y.year, 12, 31) AS due_on,
          CASE WHEN y.year >= r.whole_year THEN 'whole' ELSE 'ramp' END AS rule,
          coalesce(
            CASE
              WHEN r.ramp <> '[]' THEN (
                SELECT (s ->> 'percent')::numeric
                FROM jsonb_array_elements(r.ramp) s
                WHERE (s ->> 'year')::int = y.year
              )
            END,
            CASE WHEN y.year >= r.whole_year THEN 100 END
          ) AS percent
        FROM reach r CROSS JOIN LATERAL unnest(${
          year === null
            ? `CASE
              WHEN r.ramp <> '[]' THEN ARRAY(SELECT generate_series(r.first_year, r.through))
              WHEN NOT r.any_due THEN ARRAY[r.first_year]
          ELSE ARRAY[least(r.through, extract(year FROM $1::date)::int - 1),
          least(r.through, extract(year FROM $1::date)::int - 1) - 1] END`
            : 'ARRAY[$2::int]'
        }) AS y(year)
        WHERE r.indicator <> 'investment' AND y.year BETWEEN r.first_year AND r.through AND ${owedHere('make_date(y.year, 12, 31)')}
      ), reported AS (
        SELECT DISTINCT ON (a.contract_id, a.indicator, a.year) a.contract_id, a.indicator, a.year, a.value FROM actual a JOIN member c ON c.id = a.contract_id WHERE ${knownAt('a', known)}${year === null ? '' : ` AND (a.year = $2::int OR (a.indicator = 'investment' AND a.year < $2::int))`}
        ORDER BY
          a.contract_id, a.indicator, a.year, coalesce(a.verified_at <= ${known ?? 'now()'}, false) DESC,
          a.known_from DESC, a.id
      ), period AS (
        -- What is required is reckoned here, once for each period; of the whole nothing is divided.
        SELECT
          y.id, y.contract_id, y.indicator, y.tolerance, y.any_due, y.first, y.year, y.due_on, y.rule,
          CASE WHEN y.percent = 100 THEN y.promised ELSE y.promised * y.percent / 100 END AS required
        FROM yearly y
        WHERE y.percent IS NOT NULL
        UNION ALL
        SELECT
          r.id, r.contract_id, r.indicator, r.tolerance, r.any_due, r.whole_year = r.first_year, r.whole_year,
          r.invested_by, 'whole', r.promised
        FROM reach r
        WHERE r.indicator = 'investment' AND r.whole_year <= r.through AND ${owedHere('r.invested_by')}
        UNION ALL
        SELECT
          r.id, r.contract_id, r.indicator, r.tolerance, r.any_due, (s ->> 'year')::int = r.first_year,
          (s ->> 'year')::int, make_date((s ->> 'year')::int, 12, 31), 'ramp',
          r.promised * (s ->> 'percent')::numeric / 100
        FROM reach r CROSS JOIN LATERAL jsonb_array_elements(r.ramp) s WHERE r.indicator = 'investment' AND r.ramp <> '[]' AND (s ->> 'year')::int <= r.through AND (r.whole_year IS NULL OR (s ->> 'year')::int < r.whole_year) AND ${owedHere(`make_date((s ->> 'year')::int, 12, 31)`)}
        UNION ALL
        -- An investment may be judged again in each later year that is over; only those with a figure are, until it is met.
        SELECT
          r.id, r.contract_id, r.indicator, r.tolerance, r.any_due, false, f.year, r.invested_by, 'until-met',
          r.promised
        FROM reach r
        JOIN reported f
          ON f.contract_id = r.contract_id
            AND f.indicator = 'investment'
            AND f.year > r.whole_year
            AND f.year < extract(year FROM $1::date)::int
            AND f.year <= coalesce($2::int, 9999)
        WHERE r.indicator = 'investment'
            AND r.invested_by < $1::date
            AND r.whole_year <= r.through
            AND ${owedHere('r.invested_by')}
      ), figure AS (
        ${['SELECT * FROM reported', ...DERIVED].join(' UNION ALL ')}
      ), spoken AS (
        SELECT o.id, o.contract_id, o.indicator, o.year, o.rule, f.value AS actual, o.required, CASE
            WHEN w.id IS NOT NULL THEN 'waived' WHEN o.due_on >= $1::date THEN 'not-due'
            WHEN f.value IS NULL THEN CASE
              WHEN $1::date >= make_date(o.year + 1, 2, 1) THEN 'no-data'
              ELSE 'not-due'
            END
            WHEN v.kept >= v.owed THEN 'met' WHEN v.kept * 100 >= v.owed * o.tolerance THEN 'warning' ELSE 'breach' END AS verdict
        FROM period o
        LEFT JOIN figure f ON f.contract_id = o.contract_id AND f.indicator = o.indicator AND f.year = o.year
        LEFT JOIN waiver w ON w.commitment_id = o.id AND w.year = o.year AND ${knownAt('w', known)}
        CROSS JOIN LATERAL (
          SELECT
            CASE WHEN o.indicator = ANY(${UPPER}) THEN o.required ELSE f.value END AS kept,
            CASE WHEN o.indicator = ANY(${UPPER}) THEN f.value ELSE o.required END AS owed
        ) v
        WHERE (o.due_on < $1::date OR (NOT o.any_due AND o.first))
      ), judged AS (
        SELECT *
        FROM
          (
            SELECT
              s.*,
              bool_or(s.rule <> 'ramp' AND s.verdict IN ('met', 'waived')) OVER (
                PARTITION BY s.id ORDER BY s.year ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
              ) AS settled
            FROM spoken s
          ) s
        WHERE rule <> 'until-met' OR settled IS NOT TRUE
      )${
        year === null
          ? `, asked AS (
        SELECT contract_id, coalesce(max(year) FILTER (WHERE verdict <> 'not-due'), min(year)) AS year
        FROM judged
        GROUP BY contract_id
      )`
          : ''
      }, standing AS (
        SELECT DISTINCT ON (j.id) j.*, j.verdict NOT IN ('waived', 'not-due') AND j.actual IS NOT NULL AS counts
        FROM
          judged j ${year === null ? 'JOIN asked a ON a.contract_id = j.contract_id' : 'CROSS JOIN (SELECT $2::int AS year) a'}
        WHERE j.year = a.year OR (j.year < a.year AND j.indicator = 'investment' AND j.verdict <> 'not-due')
        ORDER BY j.id, j.year DESC
      ), judgement AS (
        SELECT
          contract_id,
          (
            array_agg(
              verdict
              ORDER BY array_position(ARRAY['breach', 'no-data', 'warning', 'met', 'waived', 'not-due'], verdict)
            )
          )[1] AS verdict,
          ${each((i) => `max(required) FILTER (WHERE indicator = '${i}' AND counts) AS ${i}_required, max(actual) FILTER (WHERE indicator = '${i}' AND counts) AS ${i}_actual, max(verdict) FILTER (WHERE indicator = '${i}') AS ${i}_verdict`)}
        FROM standing GROUP BY contract_id
      ), promised AS (
        SELECT contract_id, ${each((i) => `max(promised) FILTER (WHERE indicator = '${i}') AS ${i}_promised, max(standard) FILTER (WHERE indicator = '${i}') AS ${i}_standard`)} FROM promise GROUP BY contract_id
      )
      SELECT c.id, c.park_id, c.industry_id, c.signed_on, c.handler_name, c.amount_wan, c.area_mu, coalesce(g.verdict, 'not-due') AS verdict, ${each((i) => `p.${i}_promised, p.${i}_standard, g.${i}_required, g.${i}_actual, g.${i}_verdict`)}
      FROM member c JOIN promised p ON p.contract_id = c.id LEFT JOIN judgement g ON g.contract_id = c.id`,
    values: where.values,
    derived: true,
  };
}
