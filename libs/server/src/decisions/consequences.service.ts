import { Inject, Injectable } from '@nestjs/common';
import { MISSED_VERDICTS, type consequences } from '@crm/api-contract/decisions';
import type { InputOf } from '@crm/api-contract/wire';
import { settlementOf, totalsOf } from '@crm/domain/decisions';
import { plain, sum } from '@crm/domain/quantities';
import { indicatorRules, type PromisedIndicator } from '@crm/domain/standards';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { COUNTED_KINDS, SIGNED_STATES, visibleContracts } from '../contracts/index.js';
import { quotient, type Actor, type Where } from '../data-access/index.js';
import { missedRows, missedView, withConsequences, type Missed, type MissedRow } from './missed.store.js';

type Query = InputOf<typeof consequences.list>['query'];

/**
 * 未兑现承诺: which promises were missed, by how much, and what may be done. Its totals run over all rows of the filter, not
 * over the page.
 */
@Injectable()
export class ConsequencesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: Query) {
    return this.database.read(async (rows) => {
      const today = this.clock.today();
      const { indicator, standing, verdict_in: verdicts = ['breach', 'warning'] } = query.filter;
      // The whole of the question but for what the tabs count: indicator and verdict are narrowed here, so that each
      // tab knows its number.
      const found = await missedRows(rows, this.where(actor, query), query.sort, query.order);
      const ofIndicator = (row: MissedRow) => indicator === undefined || row.indicator === indicator;
      const ofVerdict = (row: MissedRow) => verdicts.includes(row.verdict);
      const missed = (
        await withConsequences(
          rows,
          found.filter((row) => ofIndicator(row) && ofVerdict(row)),
          today,
        )
      ).filter((one) => standing === undefined || one.standing === standing);
      const shown = missed.slice((query.page - 1) * query.perPage, query.page * query.perPage);
      return {
        data: shown.map(missedView),
        total: missed.length,
        totalIsExact: true,
        totals: totals(missed, indicator),
        asOf: today,
        counts: {
          indicator: counted(found.filter(ofVerdict), (row) => row.indicator),
          verdict: counted(found.filter(ofIndicator), (row) => row.verdict),
        },
      };
    });
  }

  private where(actor: Actor, { filter, ids }: Query): Where {
    const { year } = filter;
    const where = visibleContracts(actor, this.clock.today(), 'c')
      .and(`c.kind IN ${COUNTED_KINDS} AND c.status IN ${SIGNED_STATES}`)
      .and('a.verdict = ANY(?)', [...MISSED_VERDICTS])
      .given(filter.contractId, 'a.contract_id = ?')
      .given(filter.enterpriseId, 'c.enterprise_id = ?')
      .given(filter.parkId, 'c.park_id = ?')
      .given(filter.industryId, 'c.industry_id = ?')
      .given(filter.signedOn_gte, 'c.signed_on >= ?')
      .given(filter.signedOn_lte, 'c.signed_on <= ?')
      .given(filter.handlerName, 'c.handler_name = ?')
      .given(ids, 'a.id = ANY(?)');
    // An investment not met in an earlier year stands on where its own year says nothing (the rule of the domain, in
    // SQL).
    if (year !== undefined)
      where.and(
        `a.year = ?
           OR (
             a.indicator = 'investment'
               AND a.year < ?
               AND NOT EXISTS (
                 SELECT 1
                 FROM assessment n
                 WHERE n.commitment_id = a.commitment_id AND n.superseded_at IS NULL AND n.year > a.year AND n.year <= ?
               )
           )`,
        year,
        year,
        year,
      );
    if (filter.contractVerdict !== undefined)
      where.and(
        `EXISTS (
           SELECT 1
           FROM contract_year_summary s
           WHERE s.contract_id = a.contract_id AND s.year = coalesce(?::int, a.year) AND s.verdict = ?
         )`,
        year ?? null,
        filter.contractVerdict,
      );
    return where;
  }
}

function totals(missed: readonly Missed[], indicator: PromisedIndicator | undefined) {
  const { payWan, clawbackWan } = totalsOf(
    missed.map(({ row, consequences, settledBy }) => ({
      contractId: row.contract_id,
      year: row.year,
      consequences: consequences.filter((one) => settlementOf(one, settledBy) === null),
    })),
  );
  const standing = counted(missed, (one) => one.standing);
  // What was not reported has no shortfall: what it owes is left out of the sums, or they would not go together; nor do
  // people and tonnes go with 万元.
  const reported = missed.flatMap(({ row }) => (row.shortfall_exact === null ? [] : [row]));
  const { required, actual, shortfall } = sumsOf(
    reported.filter((row) => indicatorRules[row.indicator].unit === 'wan'),
  );
  const unit = indicator && indicatorRules[indicator].unit;
  return {
    contracts: new Set(missed.map(({ row }) => row.contract_id)).size,
    ofIndicator: unit === undefined || unit === 'percent' ? null : { unit, ...sumsOf(reported) },
    requiredWan: required,
    actualWan: actual,
    shortfallWan: shortfall,
    payWan: quotient(payWan) ?? '0',
    clawbackWan: quotient(clawbackWan) ?? '0',
    open: standing.open ?? 0,
    waiting: standing.waiting ?? 0,
    decided: standing.decided ?? 0,
  };
}

/** Of rows in one unit. */
const sumsOf = (rows: readonly MissedRow[]) => ({
  required: plain(sum(rows.map((row) => row.required_exact))),
  actual: plain(sum(rows.map((row) => row.actual ?? '0'))),
  shortfall: plain(sum(rows.map((row) => row.shortfall_exact ?? '0'))),
});

function counted<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
