import { COUNTED_KINDS, SIGNED_STATES, standsOn } from '../contracts/index.js';
import { Where } from '../data-access/index.js';
import { MEMBER_COLUMNS, perIndicator, scoped, type Members, type PortfolioScope } from './members.js';

/** From the kept sums, on the day they were kept for: `year` judged, or of each contract its last. */
export function storedMembers(scope: PortfolioScope, year: number | null, today: string): Members {
  const where = scoped(new Where(year === null ? [today] : [today, year]), scope)
    .and(`c.kind IN ${COUNTED_KINDS}`)
    .and(`c.status IN ${SIGNED_STATES}`)
    .and(standsOn('c', '$1::date'));
  const sums = perIndicator(
    (i) => `
      s.${i}_promised_wan_exact AS ${i}_promised,
      s.${i}_standard_wan_exact AS ${i}_standard,
      y.${i}_required_wan_exact AS ${i}_required,
      y.${i}_actual_wan AS ${i}_actual,
      y.${i}_verdict`,
  );
  return {
    sql: `
      SELECT
        ${MEMBER_COLUMNS},
        s.area_mu,
        coalesce(y.verdict, 'not-due') AS verdict,
        ${sums}
      FROM contract c
      JOIN contract_summary s ON s.contract_id = c.id
      LEFT JOIN contract_year_summary y
        ON y.contract_id = c.id AND ${year === null ? 'y.last' : 'y.year = $2::int'}
      ${where.sql}`,
    values: where.values,
    derived: false,
  };
}
