import type { Standing } from '@crm/domain/decisions';
import { indicatorRules, promisedIndicators, type PromisedIndicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import { STANDING, askedFrom, type MissedQuestion, type MissedRow } from './missed.store.js';

/** One row of sums: the count, and for reported rows the required, reached and missed amounts. */
export interface MissedSum {
  readonly indicator: MissedRow['indicator'];
  readonly verdict: MissedRow['verdict'];
  readonly standing: Standing;
  readonly count: number;
  readonly required: string;
  readonly actual: string;
  readonly shortfall: string;
}

/** What the totals count, of all that is missed. */
export interface Counted {
  readonly indicator?: PromisedIndicator | undefined;
  readonly verdicts: readonly MissedRow['verdict'][];
  readonly standing?: Standing | undefined;
}

export interface MissedNumbers {
  /** Of the whole question, for the numbers at the tabs. */
  readonly sums: readonly MissedSum[];
  readonly contracts: number;
  /** 万元 that can still be asked for. */
  readonly payWan: string;
  readonly clawbackWan: string;
}

const IN_WAN = promisedIndicators.filter((indicator) => indicatorRules[indicator].unit === 'wan');

/** The rule `clauseApplies` as SQL. */
const APPLIES = `(m.verdict = 'breach' OR (m.verdict = 'warning' AND w.bites_from = 'warning'))`;

/**
 * All numbers of a question in one reading. The amounts follow `consequencesOf`, `settlementOf` and `totalsOf`:
 * `decisions.db-spec.ts` compares them.
 */
export async function missedNumbers(
  rows: Rows,
  question: MissedQuestion,
  { indicator, verdicts, standing }: Counted,
): Promise<MissedNumbers> {
  const from = askedFrom(question);
  const { where } = question;
  const conditions = [
    where.bind('verdict = ANY(?)', verdicts),
    ...(indicator === undefined ? [] : [where.bind('indicator = ?', indicator)]),
    ...(standing === undefined ? [] : [where.bind('standing = ?', standing)]),
  ];
  const inWan = where.bind('m.indicator = ANY(?)', IN_WAN);
  const [found] = await rows.rows<MissedNumbers>(
    `WITH missed AS MATERIALIZED (
       SELECT
         a.contract_id, a.commitment_id, a.indicator, a.year, a.verdict, ${STANDING} AS standing, a.required_exact,
         a.actual, a.shortfall_exact
       FROM ${from} ${where.sql}
     ),
     asked AS (SELECT * FROM missed WHERE ${conditions.join(' AND ')}),
     settled AS MATERIALIZED (
       SELECT DISTINCT d.contract_id, d.commitment_id, d.year, (e.clause ->> 'clauseId')::uuid AS clause_id
       FROM consequence_decision d
       CROSS JOIN LATERAL jsonb_array_elements(d.clauses) AS e(clause)
       WHERE d.state IN ('granted', 'waiting')
     )
     SELECT
       (
         SELECT coalesce(jsonb_agg(s), '[]')
         FROM
           (
             SELECT
               indicator, verdict, standing, count(*)::int AS count,
               coalesce(sum(required_exact) FILTER (WHERE shortfall_exact IS NOT NULL), 0)::text AS required,
               coalesce(sum(actual) FILTER (WHERE shortfall_exact IS NOT NULL), 0)::text AS actual,
               coalesce(sum(shortfall_exact), 0)::text AS shortfall
             FROM missed
             GROUP BY 1, 2, 3
           ) s
       ) AS sums,
       (SELECT count(DISTINCT contract_id)::int FROM asked) AS contracts,
       (
         SELECT coalesce(sum(m.shortfall_exact * coalesce(w.percent, 100) * 0.01), 0)::text
         FROM asked m
         JOIN consequence_clause l ON l.contract_id = m.contract_id
         JOIN consequence_wording w ON w.clause_id = l.id AND w.known_to IS NULL AND m.indicator = ANY (w.indicators)
         LEFT JOIN settled s ON s.commitment_id = m.commitment_id AND s.year = m.year AND s.clause_id = l.id
         WHERE l.kind = 'pay-gap' AND ${APPLIES} AND ${inWan} AND s.clause_id IS NULL
       ) AS "payWan",
       (
         SELECT coalesce(sum(greatest(0, p.paid_wan * (1 - greatest(0, y.lowest_attainment) * 0.01))), 0)::text
         FROM consequence_clause l
         JOIN consequence_wording w ON w.clause_id = l.id AND w.known_to IS NULL
         JOIN (
           SELECT contract_id, sum(paid_wan) AS paid_wan
           FROM support_payment
           WHERE known_to IS NULL
           GROUP BY contract_id
         ) p
           ON p.contract_id = l.contract_id
         JOIN contract_year_summary y ON y.contract_id = l.contract_id AND y.lowest_attainment IS NOT NULL
         WHERE l.kind = 'claw-back'
             AND EXISTS (
               SELECT 1
               FROM asked m
               WHERE m.contract_id = y.contract_id AND m.year = y.year AND m.indicator = ANY (w.indicators) AND ${APPLIES}
             )
             AND NOT EXISTS (
               SELECT 1
               FROM settled s
               WHERE s.contract_id = y.contract_id AND s.year = y.year AND s.clause_id = l.id
             )
       ) AS "clawbackWan"`,
    where.values,
  );
  return found as MissedNumbers;
}
