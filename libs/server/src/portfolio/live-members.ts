import { COUNTED_KINDS, SIGNED_STATES, standsOn } from '../contracts/index.js';
import { Where } from '../data-access/index.js';
import { judgedSteps } from './live-judgements.sql.js';
import { periodSteps } from './live-periods.sql.js';
import { promiseSteps } from './live-promises.sql.js';
import type { LiveQuestion } from './live-step.js';
import { perIndicator, scoped, type Members, type PortfolioScope } from './members.js';

/**
 * From the records themselves, as of a day, as known now or at `instant`. The rules are those of the domain once more in
 * SQL (periods.ts, assess-commitment.ts, contract-verdict.ts); a spec holds the two against each other. Why there are
 * two: docs/adr/0006.
 */
export function liveMembers(
  scope: PortfolioScope,
  year: number | null,
  asOf: string,
  instant: string | null,
  tolerance: string,
): Members {
  const question: LiveQuestion = { year, known: instant === null ? null : '$4::timestamptz' };
  const where = scoped(new Where([asOf, year, tolerance, instant]), scope)
    .and(`c.kind IN ${COUNTED_KINDS}`)
    .and(`c.status IN ${SIGNED_STATES}`)
    .and('c.signed_on <= $1::date')
    .and(standsOn('c', '$1::date'));
  const steps = [...promiseSteps(question, where.sql), ...periodSteps(question), ...judgedSteps(question)];
  const amounts = perIndicator(
    (i) => `p.${i}_promised, p.${i}_standard, g.${i}_required, g.${i}_actual, g.${i}_verdict`,
  );
  return {
    sql: `
      WITH ${steps.map(({ name, sql, kept }) => `${name} AS ${kept ? 'MATERIALIZED ' : ''}(${sql})`).join(',\n')}
      SELECT
        c.id, c.park_id, c.industry_id, c.signed_on, c.handler_name, c.amount_wan, c.area_mu,
        coalesce(g.verdict, 'not-due') AS verdict,
        ${amounts}
      FROM member c
      JOIN promised p ON p.contract_id = c.id
      LEFT JOIN judgement g ON g.contract_id = c.id`,
    values: where.values,
    derived: true,
  };
}
