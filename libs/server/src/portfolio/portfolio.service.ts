import { Inject, Injectable } from '@nestjs/common';
import type { portfolio } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { addDays, earlierOf, yearOf } from '@crm/domain/days';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { COUNTED_KINDS, SIGNED_STATES } from '../contracts/index.js';
import { Where, exact, type Actor } from '../data-access/index.js';
import { defaultTolerance, momentOf } from '../assessments/index.js';
import { portfolioGroups } from './portfolio-groups.js';
import { liveMembers } from './live-members.js';
import { scoped, type Members, type PortfolioScope } from './members.js';
import { storedMembers } from './stored-members.js';
import { PortfolioMemory, keptSums } from './portfolio-memory.js';
import { decisionView, heatMapRows, type DecisionRow, type HeatRow } from './portfolio-rows.js';

const HEAT_ROWS = 500;
const DECISIONS = 200;

const heldUpTo = (today: string, changesOn: string | null): string =>
  changesOn ? earlierOf(today, addDays(changesOn, -1)) : today;

/** What the zone was promised per mu, against its standards, and what came of it. */
@Injectable()
export class PortfolioService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private readonly memory = new PortfolioMemory();

  /**
   * Today reads the kept sums; another day, or a morning on which they are not yet renewed, is reckoned from the
   * records. Both say the same.
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
        ...(await this.apart(rows, scope, day)),
        standardVersions: await this.standards(rows, scope, day),
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

  heatMap(_actor: Actor, { verdict, ...scope }: InputOf<typeof portfolio.heatMap>['query']) {
    return this.database.read(async (rows) => {
      const where = scoped(new Where(), scope)
        .and(`c.kind IN ${COUNTED_KINDS} AND c.status IN ${SIGNED_STATES}`)
        .given(
          verdict,
          `EXISTS (SELECT 1 FROM contract_year_summary l WHERE l.contract_id = c.id AND l.last AND l.verdict = ?)`,
        );
      const found = await rows.rows<HeatRow>(
        `SELECT
           c.id AS contract_id, c.number AS contract_number, c.enterprise_id, e.name AS enterprise_name,
           e.short_name AS enterprise_short_name, j.name AS project_name, c.park_id, p.name AS park_name, s.area_mu,
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
         JOIN enterprise e ON e.id = c.enterprise_id
         JOIN investment_project j ON j.id = c.project_id
         JOIN park p ON p.id = c.park_id ${where.sql}
         ORDER BY p.position, c.signed_on, c.id
         LIMIT ${HEAT_ROWS + 1}`,
        where.values,
      );
      const data = heatMapRows(found.slice(0, HEAT_ROWS));
      return {
        years: [...new Set(data.flatMap((row) => row.years.map(({ year }) => year)))].sort(),
        rows: data,
        truncated: found.length > HEAT_ROWS,
        asOf: await this.fresh(rows),
      };
    });
  }

  /** The gravest first: breaches by shortfall per mu, then what nobody reported, then warnings. */
  decisions(_actor: Actor, { verdict, standing, ...scope }: InputOf<typeof portfolio.decisions>['query']) {
    return this.database.read(async (rows) => {
      const where = scoped(new Where(), scope)
        .and(`c.kind IN ${COUNTED_KINDS} AND c.status IN ${SIGNED_STATES}`)
        .and(`y.last AND y.verdict IN ('breach', 'no-data', 'warning')`)
        .given(verdict, 'y.verdict = ?');
      const from = `
        contract_year_summary y
        JOIN contract c ON c.id = y.contract_id
        JOIN enterprise e ON e.id = c.enterprise_id
        JOIN investment_project j ON j.id = c.project_id
        JOIN park p ON p.id = c.park_id
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
      // The rule of `standingOf` in SQL: an extension that ran out is undecided again.
      where.and('?::date IS NOT NULL', this.clock.today());
      const stands = `
        CASE
          WHEN d.state = 'waiting' THEN 'waiting'
          WHEN d.state = 'granted' AND NOT coalesce(d.kind = 'extend' AND d.until < $${where.values.length}::date, false)
            THEN 'decided'
          ELSE 'open'
        END`;
      where.given(standing, `${stands} = ?`);
      const found = await rows.rows<DecisionRow>(
        `SELECT
           c.id AS contract_id, c.number AS contract_number, c.enterprise_id, e.name AS enterprise_name,
           e.short_name AS enterprise_short_name, j.name AS project_name, c.park_id, p.name AS park_name, y.year,
           y.verdict, y.clawback_wan_exact, a.indicator, a.id AS assessment_id, a.commitment_id, a.attainment_percent,
           a.shortfall_exact, a.area_mu, ${stands} AS standing, d.kind AS decision_kind, d.until AS decision_until
         FROM ${from} ${where.sql}
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
      return { rows: found.map(decisionView), total: counted?.total ?? 0, asOf: await this.fresh(rows) };
    });
  }

  /** Up to which day the kept sums hold: until the first contract whose verdict the calendar has changed since. */
  private async fresh(rows: Rows): Promise<string> {
    return heldUpTo(this.clock.today(), (await keptSums(rows)).changesOn);
  }

  /**
   * Signed, with and without commitments: a project counts once, with its first signing, at however many events it was
   * signed; a capital increase adds its increment and no contract (docs/domain.md, contracts and leads).
   * Framework agreements are never added to them.
   */
  private async apart(rows: Rows, scope: PortfolioScope, day: string) {
    const where = scoped(new Where(), scope).and(`c.status IN ${SIGNED_STATES}`).and('c.signed_on <= ?', day);
    const signed = (t: string): string => `${t}.kind IN ${COUNTED_KINDS} AND ${t}.status IN ${SIGNED_STATES}`;
    const [row] = await rows.hot<{
      substantive: number;
      substantive_wan: string;
      framework: number;
      framework_wan: string;
    }>(
      `WITH twice AS MATERIALIZED (
         SELECT f.project_id FROM contract f WHERE ${signed('f')} GROUP BY f.project_id HAVING count(*) > 1
       )
       SELECT
         (count(*) FILTER (WHERE first))::int AS substantive,
         coalesce(sum(amount_wan) FILTER (WHERE first OR increase), 0) AS substantive_wan,
         (count(*) FILTER (WHERE loose))::int AS framework,
         coalesce(sum(amount_wan) FILTER (WHERE loose), 0) AS framework_wan
       FROM
         (
           SELECT
             c.amount_wan, c.kind = 'framework' AS loose, c.parent_id IS NOT NULL AS increase,
             c.kind IN ${COUNTED_KINDS}
               AND NOT (
                 c.project_id IN (SELECT project_id FROM twice)
                   AND EXISTS (
                     SELECT 1
                     FROM contract f
                     WHERE f.project_id = c.project_id AND ${signed('f')} AND (f.signed_on, f.id) < (c.signed_on, c.id)
                   )
               ) AS first
           FROM contract c ${where.sql}
         ) signed`,
      where.values,
    );
    return {
      substantiveContracts: row?.substantive ?? 0,
      substantiveWan: exact(row?.substantive_wan ?? '0'),
      frameworkContracts: row?.framework ?? 0,
      frameworkWan: exact(row?.framework_wan ?? '0'),
    };
  }

  private async standards(rows: Rows, scope: PortfolioScope, day: string) {
    const where = scoped(new Where(), scope)
      .and(`c.kind IN ${COUNTED_KINDS} AND c.status IN ${SIGNED_STATES}`)
      .and('c.signed_on <= ?', day);
    interface VersionRow {
      standard_id: string;
      indicator: 'investment' | 'output' | 'tax';
      per_mu_wan: string | null;
      place_name: string;
      valid_from: string;
      document_no: string;
      derived: boolean;
      contracts: number;
    }
    const found = await rows.hot<VersionRow>(
      `SELECT
         s.id AS standard_id, s.indicator, s.per_mu_wan, coalesce(k.name, s.place_key, '全区') AS place_name,
         s.valid_from, s.document_no, s.derived, used.contracts
       FROM
         (
           SELECT x.standard_id, count(*)::int AS contracts
           FROM contract c
           JOIN contract_standard x ON x.contract_id = c.id ${where.sql}
           GROUP BY x.standard_id
         ) used
       JOIN provincial_standard s ON s.id = used.standard_id
       LEFT JOIN park k ON s.place_level = 'park' AND k.id::text = s.place_key
       ORDER BY used.contracts DESC, s.valid_from, s.indicator`,
      where.values,
    );
    return found.map((row) => ({
      standardId: row.standard_id,
      indicator: row.indicator,
      perMuWan: exact(row.per_mu_wan),
      placeName: row.place_name,
      validFrom: row.valid_from,
      documentNo: row.document_no,
      derived: row.derived,
      contracts: row.contracts,
    }));
  }
}
