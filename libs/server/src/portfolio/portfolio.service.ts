import { Inject, Injectable } from '@nestjs/common';
import type { portfolio } from '@crm/api-contract/commitments';
import { pageAsked, type InputOf } from '@crm/api-contract/wire';
import { addDays, earlierOf, yearOf } from '@crm/domain/days';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { ABOUT_CONTRACT_JOINS, COUNTED_KINDS, SIGNED_STATES, aboutContract } from '../contracts/index.js';
import { Where, type Actor } from '../data-access/index.js';
import { assessmentTable, contractSummaryTable, contractYearSummaryTable } from '../assessments/assessment.entity.js';
import { defaultTolerance, momentOf } from '../assessments/index.js';
import { portfolioGroups } from './portfolio-groups.js';
import { liveMembers } from './live-members.js';
import { scoped, type Members } from './members.js';
import { signedTotals } from './signed-apart.js';
import { standardVersions } from './standard-versions.js';
import { storedMembers } from './stored-members.js';
import { PortfolioMemory, keptSums } from './portfolio-memory.js';
import { ABOUT, DECIDED_ON, heatMapRows, missedView, type HeatRow, type MissedRow } from './portfolio-rows.js';

const HEAT_ROWS = 100;
const DECISIONS = 200;

const heldUpTo = (today: string, changesOn: string | null): string =>
  changesOn ? earlierOf(today, addDays(changesOn, -1)) : today;

/** What the zone was promised per mu, compared with its standards and with the actual values. */
@Injectable()
export class PortfolioService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private readonly memory = new PortfolioMemory();

  /**
   * Today reads the stored sums. Another day is computed from the records; so is a morning before the sums are renewed.
   * Both give the same result.
   */
  perMu(
    _actor: Actor,
    { groupBy = 'none', asOf, known = 'now', assessedYear, ...scope }: InputOf<typeof portfolio.perMu>['query'],
  ) {
    return this.database.read(async (rows) => {
      const today = this.clock.today();
      const day = asOf ?? today;
      const year = assessedYear ?? null;
      const { instant, knownAt } = momentOf(day, known, this.clock.now());
      const reckoned = async (members: Members) => ({
        groups: await portfolioGroups(rows, members, groupBy),
        ...(await signedTotals(rows, scope, day, instant)),
        standardVersions: await standardVersions(rows, scope, day),
      });
      const { standsAt, changesOn } = await keptSums(rows);
      const kept =
        day === today &&
        instant === null &&
        (year === null || year <= yearOf(today)) &&
        heldUpTo(today, changesOn) === today;
      const answer = kept
        ? await this.memory.of({ groupBy, scope, year, today }, standsAt, () =>
            reckoned(storedMembers(scope, year, today)),
          )
        : await reckoned(liveMembers(scope, year, day, instant, await defaultTolerance(rows, instant)));
      return { groupBy, assessedYear: year, ...answer, asOf: day, knownAt, known };
    });
  }

  heatMap(_actor: Actor, { verdict, page, perPage = HEAT_ROWS, ...scope }: InputOf<typeof portfolio.heatMap>['query']) {
    const { page: at, perPage: limit } = pageAsked({ page, perPage });
    return this.database.read(async (rows) => {
      const where = scoped(new Where(), scope)
        .and(`c.kind IN ${COUNTED_KINDS} AND c.status IN ${SIGNED_STATES}`)
        .given(
          verdict,
          `EXISTS (SELECT 1 FROM contract_year_summary l WHERE l.contract_id = c.id AND l.last AND l.verdict = ?)`,
        );
      const found = await rows.rows<HeatRow>(
        `SELECT
           ${aboutContract(...ABOUT)}, ${contractSummaryTable.pick('s', 'areaMu')},
           coalesce(
             (
               SELECT
                 jsonb_agg(
                   jsonb_build_object(
                     'year', y.year, 'verdict', y.verdict, 'lowest', y.lowest_attainment::text, 'ids',
                     (
                       SELECT coalesce(jsonb_agg(a.id ORDER BY a.indicator), '[]')
                       FROM assessment a
                       WHERE a.contract_id = c.id AND a.year = y.year AND a.superseded_at IS NULL
                     )
                   )
                   ORDER BY y.year
                 )
               FROM contract_year_summary y
               WHERE y.contract_id = c.id AND y.own
             ),
             '[]'
           ) AS years
         FROM contract c
         JOIN contract_summary s ON s.contract_id = c.id
         ${ABOUT_CONTRACT_JOINS}
         ${where.sql}
         ORDER BY p.position, c.signed_on, c.id
         LIMIT ${limit} OFFSET ${(at - 1) * limit}`,
        where.values,
      );
      const data = heatMapRows(found);
      const counted = await rows.one<{ total: number }>(
        `SELECT count(*)::int AS total FROM contract c JOIN contract_summary s ON s.contract_id = c.id ${where.sql}`,
        where.values,
      );
      const total = counted?.total ?? 0;
      return {
        years: [...new Set(data.flatMap((row) => row.years.map(({ year }) => year)))].sort(),
        rows: data,
        total,
        truncated: total > at * limit,
        asOf: await this.fresh(rows),
      };
    });
  }

  /** The most serious first: breaches by shortfall per mu, then unreported ones, then warnings. */
  decisions(_actor: Actor, { verdict, standing, ...scope }: InputOf<typeof portfolio.decisions>['query']) {
    return this.database.read(async (rows) => {
      const where = scoped(new Where(), scope)
        .and(`c.kind IN ${COUNTED_KINDS} AND c.status IN ${SIGNED_STATES}`)
        .and(`y.last AND y.verdict IN ('breach', 'no-data', 'warning')`)
        .given(verdict, 'y.verdict = ?');
      const from = `
        contract_year_summary y
        JOIN contract c ON c.id = y.contract_id
        ${ABOUT_CONTRACT_JOINS}
        CROSS JOIN LATERAL (
          SELECT a.*
          FROM assessment a
          WHERE a.contract_id = c.id
              AND a.superseded_at IS NULL
              AND a.verdict = y.verdict
              AND (a.year = y.year OR (a.indicator = 'investment' AND a.year < y.year))
          ORDER BY a.year DESC, a.attainment_percent NULLS LAST, a.indicator
          LIMIT 1
        ) a
        LEFT JOIN LATERAL (
          SELECT d.kind, d.state, d.until
          FROM consequence_decision d
          WHERE d.commitment_id = a.commitment_id AND d.year = a.year AND d.state IN ('waiting', 'granted')
          ORDER BY d.state = 'waiting' DESC, d.requested_at DESC
          LIMIT 1
        ) d
          ON true
      `;
      // The rule of `standingOf` in SQL: an expired extension is undecided again.
      where.and('?::date IS NOT NULL', this.clock.today());
      const stands = `
        CASE
          WHEN d.state = 'waiting' THEN 'waiting'
          WHEN d.state = 'granted' AND NOT coalesce(d.kind = 'extend' AND d.until < $${where.values.length}::date, false)
            THEN 'decided'
          ELSE 'open'
        END`;
      where.given(standing, `${stands} = ?`);
      const found = await rows.rows<MissedRow>(
        `SELECT
           ${aboutContract(...ABOUT)}, ${contractYearSummaryTable.pick('y', 'year', 'verdict', 'clawbackWanExact')},
           ${assessmentTable.pick('a', ...DECIDED_ON)}, a.id AS "assessmentId", ${stands} AS standing,
           d.kind AS "decisionKind", d.until AS "decisionUntil"
         FROM ${from}
         ${where.sql}
         ORDER BY
           array_position(ARRAY['breach', 'no-data', 'warning'], y.verdict), a.attainment_percent NULLS FIRST,
           c.signed_on, c.id
         LIMIT ${DECISIONS}`,
        where.values,
      );
      const counted = await rows.one<{ total: number }>(
        `SELECT count(*)::int AS total
         FROM ${standing === undefined ? 'contract_year_summary y JOIN contract c ON c.id = y.contract_id' : from}
         ${where.sql}`,
        where.values,
      );
      return { rows: found.map(missedView), total: counted?.total ?? 0, asOf: await this.fresh(rows) };
    });
  }

  /** Until which day the stored sums are valid: up to the first contract whose verdict the calendar has changed. */
  private async fresh(rows: Rows): Promise<string> {
    return heldUpTo(this.clock.today(), (await keptSums(rows)).changesOn);
  }
}
