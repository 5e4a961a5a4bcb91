import { Inject, Injectable } from '@nestjs/common';
import type { Coverage, Secretary, secretaries } from '@crm/api-contract/secretaries';
import type { InputOf } from '@crm/api-contract/wire';
import { plain } from '@crm/domain/quantities';
import { coverage } from '@crm/domain/secretaries';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { Where, anyContains, listRows, reaching, type Actor, type RowsAs } from '../data-access/index.js';

/** Active on the day that is the first value of the query. */
const CURRENT = '(sa.from_day <= $1::date AND (sa.to_day IS NULL OR sa.to_day >= $1::date))';
const LISTED = 100;

/** How the enterprises are distributed among the secretaries (worked case 6). */
@Injectable()
export class CoverageService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everybody with the role, and others with an assignment today. */
  list(_actor: Actor, query: InputOf<typeof secretaries.list>['query']) {
    return this.database.read(async (rows) => {
      const where = new Where([this.clock.today()]).and(
        `t.disabled_at IS NULL AND (t.role = 'secretary' OR load.firms > 0)`,
      );
      if (query.filter.q) where.and(...anyContains(['t.name'], query.filter.q));
      const from = `
        app_user t
        LEFT JOIN department d ON d.id = t.department_id
        CROSS JOIN LATERAL (
          SELECT
            count(DISTINCT sa.enterprise_id)::int AS firms,
            count(DISTINCT sa.enterprise_id) FILTER (WHERE sa.role = 'primary')::int AS "primaryFirms",
            count(DISTINCT p.id)::int AS projects
          FROM secretary_assignment sa
          LEFT JOIN investment_project p ON p.enterprise_id = sa.enterprise_id
          WHERE sa.user_id = t.id AND ${CURRENT}
        ) load
      `;
      return listRows<Secretary, (typeof query)['sort']>(
        rows,
        {
          select: 't.id, t.name, d.name AS "departmentName", load.firms, load."primaryFirms", load.projects',
          from,
          where,
          sorts: { name: 't.name', firms: 'load.firms' },
        },
        query,
      );
    });
  }

  /**
   * Enterprises with an assignment today, their projects and secretaries; also enterprises with a project but without a
   * primary secretary.
   */
  coverage(actor: Actor): Promise<Coverage> {
    const on = this.clock.today();
    return this.database.read(async (rows) => {
      const seen = (rowsAs: RowsAs) => reaching(actor, ['read', 'SecretaryAssignment'], rowsAs, on);
      const served = new Where([on]).and(CURRENT).and(...seen(['secretary_assignment', 'sa']));
      const counts = (await rows.one<{ firms: number; projects: number; secretaries: number }>(
        `SELECT
           count(DISTINCT sa.enterprise_id)::int AS firms, count(DISTINCT p.id)::int AS projects,
           count(DISTINCT sa.user_id)::int AS secretaries
         FROM secretary_assignment sa
         LEFT JOIN investment_project p ON p.enterprise_id = sa.enterprise_id ${served.sql}`,
        served.values,
      )) as { firms: number; projects: number; secretaries: number };
      const alone = new Where([on])
        .and('EXISTS (SELECT 1 FROM investment_project p WHERE p.enterprise_id = e.id)')
        .and(
          `NOT EXISTS (
             SELECT 1
             FROM secretary_assignment sa
             WHERE sa.enterprise_id = e.id AND sa.role = 'primary' AND ${CURRENT}
           )`,
        )
        .and(...seen(['enterprise', 'e']));
      const firms = await rows.rows<{ id: string; name: string; total: number }>(
        `SELECT e.id, e.name, count(*) OVER ()::int AS total
         FROM enterprise e ${alone.sql}
         ORDER BY e.name, e.id
         LIMIT ${LISTED}`,
        alone.values,
      );
      const { firmsEach, projectsEach } = coverage(counts);
      return {
        on,
        ...counts,
        firmsEach: firmsEach && plain(firmsEach.toDecimalPlaces(6)),
        projectsEach: projectsEach && plain(projectsEach.toDecimalPlaces(6)),
        withoutPrimary: firms[0]?.total ?? 0,
        firmsWithoutPrimary: firms.map(({ id, name }) => ({ id, name })),
      };
    });
  }
}
