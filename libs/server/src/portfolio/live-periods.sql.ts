import { countsFirst, knownAt } from '../assessments/index.js';
import type { LiveQuestion, Step } from './live-step.js';

/** Which part of each commitment is owed in which year, and which figures were reported. */
export const periodSteps = (question: LiveQuestion): Step[] => [
  { name: 'yearly', sql: yearly(question) },
  { name: 'reported', sql: reported(question) },
  { name: 'invested', sql: invested(question) },
  { name: 'period', sql: period(question) },
];

/** Periods due before a renewal took over belong to the old contract. */
const owedHere = (due: string): string => `(r.stands_from IS NULL OR ${due} >= r.stands_from)`;

/**
 * The years that can decide: the requested year; otherwise the last two past years, or the first if none is due. (The
 * very last one may have no assessment yet.) A ramp may leave out years, so all its years are used.
 */
const yearsOf = (year: number | null): string =>
  year === null
    ? `
      CASE
        WHEN r.ramp <> '[]' THEN ARRAY(SELECT generate_series(r.first_year, r.through))
        WHEN NOT r.any_due THEN ARRAY[r.first_year]
        ELSE ARRAY[
          least(r.through, extract(year FROM $1::date)::int - 1),
          least(r.through, extract(year FROM $1::date)::int - 1) - 1
        ]
      END`
    : 'ARRAY[$2::int]';

/** Owed year by year, for every indicator except investment. The ramp's percent comes before the full amount. */
const yearly = ({ year }: LiveQuestion): string => `
    SELECT
      r.id,
      r.contract_id,
      r.indicator,
      r.tolerance,
      r.promised,
      r.any_due,
      y.year = r.first_year AS first,
      y.year,
      make_date(y.year, 12, 31) AS due_on,
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
    FROM reach r
    CROSS JOIN LATERAL unnest(${yearsOf(year)}) AS y(year)
    WHERE r.indicator <> 'investment'
      AND y.year BETWEEN r.first_year AND r.through
      AND ${owedHere('make_date(y.year, 12, 31)')}`;

/** One figure per indicator and year: the chosen one, or that of the source of the highest rank. */
const reported = ({ year, known }: LiveQuestion): string => `
    SELECT DISTINCT ON (a.contract_id, a.indicator, a.year)
      a.contract_id,
      a.indicator,
      a.year,
      a.value
    FROM actual a
    JOIN member c ON c.id = a.contract_id
    WHERE ${knownAt('a', known)}
      ${year === null ? '' : `AND (a.year = $2::int OR (a.indicator = 'investment' AND a.year < $2::int))`}
    ORDER BY
      a.contract_id,
      a.indicator,
      a.year,
      ${countsFirst('a', known)}`;

/**
 * An investment past its due day is assessed again in each later year with a figure, until it is met or waived. That
 * year counts. Before it, later figures are ignored.
 */
const invested = ({ known }: LiveQuestion): string => `
    SELECT
      r.id,
      coalesce(min(f.year) FILTER (WHERE f.value >= r.promised OR w.id IS NOT NULL), max(f.year)) AS year
    FROM reach r
    JOIN reported f
      ON f.contract_id = r.contract_id
        AND f.indicator = r.indicator
        AND f.year >= r.whole_year
        AND f.year <= greatest(r.whole_year, extract(year FROM $1::date)::int - 1)
        AND f.year <= coalesce($2::int, 9999)
    LEFT JOIN waiver w
      ON w.commitment_id = r.id AND w.year = f.year AND ${knownAt('w', known)}
    WHERE r.indicator = 'investment'
      AND r.invested_by < $1::date
    GROUP BY r.id`;

/**
 * Every period that may be assessed: annual periods, then an investment in the year that counts (a waiver of its own
 * year needs no figure), then the ramp steps before its due day. The required amount is computed once per period; a
 * full amount needs no division.
 */
const period = ({ known }: LiveQuestion): string => `
    SELECT
      y.id,
      y.contract_id,
      y.indicator,
      y.tolerance,
      y.any_due,
      y.first,
      y.year,
      y.due_on,
      CASE WHEN y.percent = 100 THEN y.promised ELSE y.promised * y.percent / 100 END AS required
    FROM yearly y
    WHERE y.percent IS NOT NULL
    UNION ALL
    SELECT
      r.id,
      r.contract_id,
      r.indicator,
      r.tolerance,
      r.any_due,
      r.whole_year = r.first_year,
      CASE WHEN w.id IS NULL THEN coalesce(i.year, r.whole_year) ELSE r.whole_year END,
      r.invested_by,
      r.promised
    FROM reach r
    LEFT JOIN invested i ON i.id = r.id
    LEFT JOIN waiver w
      ON w.commitment_id = r.id AND w.year = r.whole_year AND ${knownAt('w', known)}
    WHERE r.indicator = 'investment'
      AND r.whole_year <= r.through
      AND ${owedHere('r.invested_by')}
    UNION ALL
    SELECT
      r.id,
      r.contract_id,
      r.indicator,
      r.tolerance,
      r.any_due,
      (s ->> 'year')::int = r.first_year,
      (s ->> 'year')::int,
      make_date((s ->> 'year')::int, 12, 31),
      r.promised * (s ->> 'percent')::numeric / 100
    FROM reach r
    CROSS JOIN LATERAL jsonb_array_elements(r.ramp) s
    WHERE r.indicator = 'investment'
      AND r.ramp <> '[]'
      AND (s ->> 'year')::int <= r.through
      AND (r.whole_year IS NULL OR (s ->> 'year')::int < r.whole_year)
      AND ${owedHere(`make_date((s ->> 'year')::int, 12, 31)`)}`;
