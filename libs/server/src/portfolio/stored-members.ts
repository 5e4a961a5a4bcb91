import { VERDICTS } from '@crm/api-contract/contracts';
import { indicators } from '@crm/domain/standards';
import { contractSummaryTable, contractYearSummaryTable } from '../assessments/assessment.entity.js';
import { COUNTED_KINDS, SIGNED_STATES, standsOn } from '../contracts/index.js';
import { Where } from '../data-access/index.js';
import { scoped, type Members, type PortfolioScope } from './members.js';
import { named, perIndicator, sumsOf } from './sums.sql.js';

const s = contractSummaryTable.as('s');
const y = contractYearSummaryTable.as('y');

const SUMS = perIndicator((i) =>
  named(
    sumsOf((amount) => `${i}_${amount}`, `${i}_verdict = 'no-data'`),
    `${i}_`,
  ),
);
const COUNTS = VERDICTS.map((verdict) => `(count(*) FILTER (WHERE verdict = '${verdict}'))::int AS "${verdict}"`);
const BELOW = indicators.map((i) => `coalesce(${i}_promised < ${i}_standard, false)`).join(' OR ');

/** The stored sums, on the day they were stored for: in the assessed `year`, or for each contract its last one. */
export function storedMembers(scope: PortfolioScope, year: number | null, today: string): Members {
  const where = scoped(new Where(year === null ? [today] : [today, year]), scope)
    .and(`c.kind IN ${COUNTED_KINDS}`)
    .and(`c.status IN ${SIGNED_STATES}`)
    .and(standsOn('c', '$1::date'));
  const kept = perIndicator(
    (i) => `
      ${s[`${i}PromisedWanExact`]} AS ${i}_promised,
      ${s[`${i}StandardWanExact`]} AS ${i}_standard,
      ${y[`${i}RequiredWanExact`]} AS ${i}_required,
      ${y[`${i}ActualWan`]} AS ${i}_actual,
      ${y[`${i}Verdict`]}`,
  );
  return {
    summed: (key) => `
      SELECT
        ${key === null ? 'NULL::text AS key' : 'key'},
        count(*)::int AS contracts,
        coalesce(sum(area_mu), 0) AS area_mu,
        coalesce(sum(amount_wan), 0) AS amount_wan,
        ${SUMS},
        ${COUNTS.join(',\n')},
        (count(*) FILTER (WHERE ${BELOW}))::int AS below
      FROM (
        SELECT
          ${key === null ? '' : `${key} AS key,`}
          c.amount_wan,
          s.area_mu,
          coalesce(y.verdict, 'not-due') AS verdict,
          ${kept}
        FROM contract c
        JOIN contract_summary s ON s.contract_id = c.id
        LEFT JOIN contract_year_summary y
          ON y.contract_id = c.id AND ${year === null ? 'y.last' : 'y.year = $2::int'}
        ${where.sql}
      ) m
      ${key === null ? '' : 'GROUP BY key'}`,
    values: where.values,
    derived: false,
  };
}
