import { indicatorRules, promisedIndicators } from '@crm/domain/standards';
import { knownAt } from '../assessments/index.js';
import type { LiveQuestion, Step } from './live-step.js';

/** The verdict of every period, then of every commitment. */
export const judgedSteps = (question: LiveQuestion): Step[] => [
  { name: 'figure', sql: figure() },
  { name: 'judged', sql: judged(question) },
  ...(question.year === null ? [{ name: 'asked', sql: asked() }] : []),
  { name: 'standing', sql: standing(question) },
];

const WORST_FIRST = ['breach', 'no-data', 'warning', 'met', 'waived', 'not-due'] as const;

/** Verdicts are numbered, the worst first, so the smallest number decides. */
export const numbered = (verdict: (typeof WORST_FIRST)[number]): number => WORST_FIRST.indexOf(verdict) + 1;

/** For an upper bound, the same comparison with its sides swapped. */
const UPPER = `ARRAY[${promisedIndicators
  .filter((indicator) => indicatorRules[indicator].bound === 'at-most')
  .map((indicator) => `'${indicator}'`)
  .join(', ')}]`;

/**
 * A share without a reported figure is derived from two other figures of the year. Forty decimal places are more than
 * the rule can distinguish.
 */
const derivedFigures = promisedIndicators.flatMap((indicator) => {
  const [part, whole] = indicatorRules[indicator].derivedFrom ?? [];
  if (!part || !whole) return [];
  return [
    `
    SELECT p.contract_id, '${indicator}', p.year, round(p.value * 100, 40) / w.value
    FROM reported p
    JOIN reported w
      ON w.contract_id = p.contract_id
        AND w.year = p.year
        AND w.indicator = '${whole}'
        AND w.value <> 0
    WHERE p.indicator = '${part}'
      AND NOT EXISTS (
        SELECT 1
        FROM reported s
        WHERE s.contract_id = p.contract_id
          AND s.year = p.year
          AND s.indicator = '${indicator}'
      )`,
  ];
});

/** Reported figures, and those derived from them. */
const figure = (): string => ['SELECT * FROM reported', ...derivedFigures].join(' UNION ALL ');

/** A verdict for each period that is due; for the first one, if none is due. Figures are late from 1 February. */
const judged = ({ known }: LiveQuestion): string => `
    SELECT
      o.id,
      o.contract_id,
      o.indicator,
      o.year,
      f.value AS actual,
      o.required,
      CASE
        WHEN w.id IS NOT NULL THEN ${numbered('waived')}
        WHEN o.due_on >= $1::date THEN ${numbered('not-due')}
        WHEN f.value IS NULL THEN CASE
          WHEN $1::date >= make_date(o.year + 1, 2, 1) THEN ${numbered('no-data')}
          ELSE ${numbered('not-due')}
        END
        WHEN v.kept >= v.owed THEN ${numbered('met')}
        WHEN v.kept * 100 >= v.owed * o.tolerance THEN ${numbered('warning')}
        ELSE ${numbered('breach')}
      END AS verdict
    FROM period o
    LEFT JOIN figure f
      ON f.contract_id = o.contract_id AND f.indicator = o.indicator AND f.year = o.year
    LEFT JOIN waiver w
      ON w.commitment_id = o.id AND w.year = o.year AND ${knownAt('w', known)}
    CROSS JOIN LATERAL (
      SELECT
        CASE WHEN o.indicator = ANY(${UPPER}) THEN o.required ELSE f.value END AS kept,
        CASE WHEN o.indicator = ANY(${UPPER}) THEN f.value ELSE o.required END AS owed
    ) v
    WHERE (o.due_on < $1::date OR (NOT o.any_due AND o.first))`;

/** The last year of a contract in which something is due; the first one, if nothing is. */
const asked = (): string => `
    SELECT contract_id, coalesce(max(year) FILTER (WHERE verdict <> ${numbered('not-due')}), min(year)) AS year
    FROM judged
    GROUP BY contract_id`;

/** For each commitment the assessment that counts in the requested year; an investment also counts in later years. */
const standing = ({ year }: LiveQuestion): string => `
    SELECT DISTINCT ON (j.id)
      j.*,
      j.verdict NOT IN (${numbered('waived')}, ${numbered('not-due')}) AND j.actual IS NOT NULL AS counts
    FROM judged j
    ${year === null ? 'JOIN asked a ON a.contract_id = j.contract_id' : 'CROSS JOIN (SELECT $2::int AS year) a'}
    WHERE j.year = a.year
      OR (j.year < a.year AND j.indicator = 'investment' AND j.verdict <> ${numbered('not-due')})
    ORDER BY j.id, j.year DESC`;
