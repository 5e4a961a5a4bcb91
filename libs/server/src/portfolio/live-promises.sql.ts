import { areaKnownAt, firstYearOwed, fullProductionKnownAt, knownAt } from '../assessments/index.js';
import { contractsKnownAt, takesOverOn } from '../contracts/index.js';
import type { LiveQuestion, Step } from './live-step.js';

/** Which contracts count, what each promised, and in which years it is owed. */
export const promiseSteps = (question: LiveQuestion, where: string, key: string | null): Step[] => [
  { name: 'member', sql: member(question, where, key), kept: true },
  { name: 'promise', sql: promise(question), kept: true },
  { name: 'dated', sql: dated },
  { name: 'begun', sql: begun },
  { name: 'reach', sql: reach },
];

/**
 * Counted contracts, with the land and the full production known then. The last condition is always true: it gives the
 * instant a type if nothing else does.
 */
const member = ({ known }: LiveQuestion, where: string, key: string | null): string => {
  const full = fullProductionKnownAt('c', known);
  return `
    SELECT
      c.id,
      ${key ?? 'NULL::text'} AS key,
      c.amount_wan,
      ${known ? areaKnownAt('c', known) : 'c.area_mu'} AS area_mu,
      ${full.year} AS full_production_year,
      ${full.day} AS full_production_on,
      CASE WHEN c.renews_id IS NOT NULL THEN ${takesOverOn('c')} END AS stands_from
    FROM ${known ? contractsKnownAt(known) : 'contract'} c
    ${full.from}
    ${where}
      AND ($4::text IS NULL OR true)`;
};

/** One row per commitment, with the terms known then: its whole amount, and the amount of the standard. */
const promise = ({ known }: LiveQuestion): string => `
    SELECT
      m.id,
      m.contract_id,
      m.indicator,
      c.key,
      c.area_mu,
      c.stands_from,
      t.ramp,
      t.last_year,
      coalesce(t.tolerance_percent, $3::numeric) AS tolerance,
      f.from_year,
      coalesce(t.due_on, make_date(f.from_year, 12, 31)) AS invested_by,
      CASE t.master WHEN 'per-mu' THEN t.per_mu_wan * c.area_mu ELSE t.total END AS promised,
      k.per_mu_wan * c.area_mu AS standard
    FROM member c
    JOIN commitment m ON m.contract_id = c.id
    JOIN commitment_term t ON t.commitment_id = m.id AND ${knownAt('t', known)}
    CROSS JOIN LATERAL (SELECT ${firstYearOwed('t', 'c')} AS from_year) f
    LEFT JOIN contract_standard k
      ON k.contract_id = m.contract_id AND k.indicator = m.indicator AND ${knownAt('k', known)}`;

/** The first year owed in full, and the first year of the ramp before it. */
const dated = `
    SELECT
      p.*,
      CASE WHEN p.indicator = 'investment' THEN extract(year FROM p.invested_by)::int ELSE p.from_year END
        AS whole_year,
      CASE WHEN p.ramp <> '[]' THEN (SELECT min((r ->> 'year')::int) FROM jsonb_array_elements(p.ramp) r) END
        AS ramp_year
    FROM promise p`;

/** The first year owed, and whether it is over. An investment without a ramp is due on its own day. */
const begun = `
    SELECT
      d.*,
      least(d.whole_year, d.ramp_year) AS first_year,
      CASE
        WHEN d.indicator = 'investment' AND (d.ramp_year < coalesce(d.whole_year, 9999)) IS NOT TRUE
          THEN d.invested_by
        ELSE make_date(least(d.whole_year, d.ramp_year), 12, 31)
      END < $1::date AS any_due
    FROM dated d`;

/** The last year to use: this year or the first one owed, but not after the last year of the commitment. */
const reach = `
    SELECT
      b.*,
      least(coalesce(b.last_year, 9999), greatest(extract(year FROM $1::date)::int, b.first_year)) AS through
    FROM begun b`;
