import { Inject, Injectable } from '@nestjs/common';
import { MISSED_VERDICTS, type consequences } from '@crm/api-contract/decisions';
import type { InputOf } from '@crm/api-contract/wire';
import { decimal, plain, sum } from '@crm/domain/quantities';
import { indicatorRules, type PromisedIndicator } from '@crm/domain/standards';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { COUNTED_KINDS, SIGNED_STATES, visibleContracts } from '../contracts/index.js';
import { quotient, seesAll, type Actor, type Where } from '../data-access/index.js';
import { PortfolioMemory, keptSums } from '../portfolio/index.js';
import { missedNumbers, type Counted, type MissedNumbers, type MissedSum } from './missed-numbers.store.js';
import { missedPage } from './missed.store.js';
import { withConsequences } from './missed-consequences.js';
import { missedView } from './missed.view.js';

type Query = InputOf<typeof consequences.list>['query'];

/**
 * 未兑现承诺: which commitments were missed, by how much, and what may be done. Its totals cover all rows of the filter, not
 * only the page.
 */
@Injectable()
export class ConsequencesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private readonly memory = new PortfolioMemory();

  list(actor: Actor, query: Query) {
    return this.database.read(async (rows) => {
      const today = this.clock.today();
      const { indicator, standing, verdict_in: verdicts = ['breach', 'warning'] } = query.filter;
      const found = await missedPage(
        rows,
        {
          where: this.where(actor, query).given(indicator, 'a.indicator = ?').and('a.verdict = ANY(?)', verdicts),
          today,
          standing,
        },
        query,
      );
      // Without indicator and verdict, so that each tab knows its number.
      const { sums, contracts, payWan, clawbackWan } = await this.numbers(rows, actor, query, {
        indicator,
        verdicts,
        standing,
      });
      const ofIndicator = (row: MissedSum) => indicator === undefined || row.indicator === indicator;
      const ofVerdict = (row: MissedSum) => verdicts.includes(row.verdict as (typeof verdicts)[number]);
      const ofBoth = sums.filter((row) => ofIndicator(row) && ofVerdict(row));
      const asked = ofBoth.filter((row) => standing === undefined || row.standing === standing);
      const shown = await withConsequences(rows, found, today);
      return {
        data: shown.map(missedView),
        total: asked.reduce((total, { count }) => total + count, 0),
        totalIsExact: true,
        totals: {
          contracts,
          ...totals(asked, indicator),
          payWan: quotient(decimal(payWan)) ?? '0',
          clawbackWan: quotient(decimal(clawbackWan)) ?? '0',
        },
        asOf: today,
        counts: {
          indicator: counted(sums.filter(ofVerdict), (row) => row.indicator),
          verdict: counted(sums.filter(ofIndicator), (row) => row.verdict),
        },
      };
    });
  }

  /** Given again to those who see the whole zone, until a record they come from has changed (docs/adr/0022). */
  private async numbers(rows: Rows, actor: Actor, query: Query, counted: Counted): Promise<MissedNumbers> {
    const today = this.clock.today();
    const count = () => missedNumbers(rows, { where: this.where(actor, query), today }, counted);
    if (!seesAll(actor, ['read', 'Contract'])) return count();
    const { standsAt } = await keptSums(rows);
    return this.memory.of({ today, filter: query.filter, ids: query.ids }, standsAt, count);
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
    // An investment missed in an earlier year still counts if this year has no assessment (a rule of the domain, in
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

function totals(sums: readonly MissedSum[], indicator: PromisedIndicator | undefined) {
  const standing = counted(sums, (row) => row.standing);
  // An unreported commitment has no shortfall, so its required amount is left out of the sums. Otherwise the sums would
  // not agree. Persons and tonnes are not added to 万元 either.
  const { required, actual, shortfall } = sumsOf(sums.filter((row) => indicatorRules[row.indicator].unit === 'wan'));
  const unit = indicator && indicatorRules[indicator].unit;
  return {
    ofIndicator: unit === undefined || unit === 'percent' ? null : { unit, ...sumsOf(sums) },
    requiredWan: required,
    actualWan: actual,
    shortfallWan: shortfall,
    open: standing.open ?? 0,
    waiting: standing.waiting ?? 0,
    decided: standing.decided ?? 0,
  };
}

/** The sums of rows with one unit. */
const sumsOf = (rows: readonly MissedSum[]) => ({
  required: plain(sum(rows.map((row) => row.required))),
  actual: plain(sum(rows.map((row) => row.actual))),
  shortfall: plain(sum(rows.map((row) => row.shortfall))),
});

function counted(sums: readonly MissedSum[], keyOf: (row: MissedSum) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of sums) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + row.count;
  return counts;
}
