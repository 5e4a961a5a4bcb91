import { COUNTED_KINDS, SIGNED_STATES, standsOn } from '../contracts/index.js';
import { Where } from '../data-access/index.js';
import { judgedSteps } from './live-judgements.sql.js';
import { periodSteps } from './live-periods.sql.js';
import { promiseSteps } from './live-promises.sql.js';
import type { LiveQuestion, Step } from './live-step.js';
import { groups, summingSteps } from './live-sums.sql.js';
import { scoped, type Members, type PortfolioScope } from './members.js';

/**
 * Computed from the records, as of a day, as known now or at `instant`. It repeats the domain's rules in SQL
 * (periods.ts, assess-commitment.ts, contract-verdict.ts). A spec compares the two; docs/adr/0006 gives the reason.
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
  const steps = (key: string | null): Step[] => [
    ...promiseSteps(question, where.sql, key),
    ...periodSteps(question),
    ...judgedSteps(question),
    ...summingSteps(),
  ];
  return {
    summed: (key) => `WITH ${steps(key).map(inTurn).join(',\n')} ${groups(key)}`,
    values: where.values,
    derived: true,
  };
}

const inTurn = ({ name, sql, kept }: Step): string => `${name} AS ${kept ? 'MATERIALIZED ' : ''}(${sql})`;
