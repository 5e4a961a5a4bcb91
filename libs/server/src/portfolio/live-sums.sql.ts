import { VERDICTS } from '@crm/api-contract/contracts';
import { numbered } from './live-judgements.sql.js';
import type { Step } from './live-step.js';
import { named, perIndicator, sumsOf } from './sums.sql.js';

/** Promised and actual amounts: by commitment up to the sums, with one row per group only at the end. */
export const summingSteps = (): Step[] => [
  { name: 'told', sql: told },
  { name: 'contract_told', sql: contractTold },
  { name: 'amounts', sql: amounts },
  { name: 'amounts_abreast', sql: amountsAbreast },
];

/**
 * Each commitment with the assessment that counts. Required and actual include what is due, reported and not waived.
 */
const told = `
    SELECT
      p.key,
      p.contract_id,
      p.indicator,
      p.area_mu,
      p.promised,
      p.standard,
      CASE WHEN s.counts THEN s.required END AS required,
      CASE WHEN s.counts THEN s.actual END AS actual,
      s.verdict
    FROM promise p
    LEFT JOIN standing s ON s.id = p.id`;

/** For each contract its worst verdict, and whether a commitment is below its standard. */
const contractTold = `
    SELECT
      contract_id,
      coalesce(min(verdict), ${numbered('not-due')}) AS verdict,
      coalesce(bool_or(promised < standard), false) AS below
    FROM told
    GROUP BY contract_id`;

const SUMS = sumsOf((amount) => amount, `verdict = ${numbered('no-data')}`);

/** The sums of each group and indicator. */
const amounts = `
    SELECT
      key,
      indicator,
      ${named(SUMS)}
    FROM told
    GROUP BY key, indicator`;

/** The sums of each group, with its indicators as columns. */
const amountsAbreast = `
    SELECT
      key,
      ${perIndicator((i) =>
        Object.keys(SUMS)
          .map((sum) => `max(${sum}) FILTER (WHERE indicator = '${i}') AS ${i}_${sum}`)
          .join(',\n'),
      )}
    FROM amounts
    GROUP BY key`;

/** A group without commitments also has sums. */
const ZERO = ['promised', 'reported', 'no_data'];
const abreast = perIndicator((i) =>
  Object.keys(SUMS)
    .map((sum) => (ZERO.includes(sum) ? `coalesce(a.${i}_${sum}, 0) AS ${i}_${sum}` : `a.${i}_${sum}`))
    .join(',\n'),
);
const counts = VERDICTS.map(
  (verdict) => `(count(*) FILTER (WHERE t.verdict = ${numbered(verdict)}))::int AS "${verdict}"`,
);

/** Contracts are counted separately from commitments, so that none counts twice. */
export const groups = (key: string | null): string => `
    SELECT
      g.*,
      ${abreast}
    FROM (
      SELECT
        ${key === null ? 'NULL::text' : 'c.key'} AS key,
        count(*)::int AS contracts,
        coalesce(sum(c.area_mu), 0) AS area_mu,
        coalesce(sum(c.amount_wan), 0) AS amount_wan,
        ${counts.join(',\n')},
        (count(*) FILTER (WHERE t.below))::int AS below
      FROM member c
      JOIN contract_told t ON t.contract_id = c.id
      ${key === null ? '' : 'GROUP BY c.key'}
    ) g
    LEFT JOIN amounts_abreast a ON coalesce(a.key::text, '') = coalesce(g.key::text, '')`;
