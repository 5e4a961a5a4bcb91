import { Inject, Injectable } from '@nestjs/common';
import type { workingDays } from '@crm/api-contract/standards';
import type { InputOf } from '@crm/api-contract/wire';
import { addWorkingDays, lastDayToAskExtension, workingCalendar, type WorkingCalendar } from '@crm/domain/days';
import { DATABASE, Database, type Rows, type ShownOf } from '@crm/platform/db';
import { Where, listRows, type Actor } from '../data-access/index.js';
import { workingDayTable } from './standard.entity.js';

/** The stored calendar. A year without a row in calendar_year is not loaded, and every answer that needs it says so. */
async function storedCalendar(rows: Rows): Promise<WorkingCalendar> {
  const years = await rows.rows<{ year: number; source: string; holidays: string[]; make_up: string[] }>(
    `SELECT
       y.year, y.source, coalesce(array_agg(d.day::text) FILTER (WHERE d.kind = 'holiday'), '{}') AS holidays,
       coalesce(array_agg(d.day::text) FILTER (WHERE d.kind = 'make-up'), '{}') AS make_up
     FROM calendar_year y
     LEFT JOIN working_day d ON d.day BETWEEN make_date(y.year, 1, 1) AND make_date(y.year, 12, 31)
     GROUP BY y.year, y.source`,
  );
  return workingCalendar(
    years.map((row) => ({ year: row.year, source: row.source, holidays: row.holidays, makeUpDays: row.make_up })),
  );
}

@Injectable()
export class WorkingDaysService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(_actor: Actor, query: InputOf<typeof workingDays.list>['query']) {
    return this.database.read(async (rows) => {
      const where = new Where().given(
        query.filter.year,
        't.day BETWEEN make_date(?::int, 1, 1) AND make_date(?::int, 12, 31)',
        query.filter.year,
        query.filter.year,
      );
      return listRows<ShownOf<typeof workingDayTable>, 'day'>(
        rows,
        {
          select: workingDayTable.columns('t'),
          from: 'working_day t',
          where,
          sorts: workingDayTable.sorts('t', 'day'),
        },
        query,
      );
    });
  }

  /** Worked case 7: received 2021-09-30, five working days → 2021-10-13; an extension must be requested by 10-12. */
  due(_actor: Actor, { received, workingDays: count }: InputOf<typeof workingDays.due>['query']) {
    return this.database.read(async (rows) => {
      const calendar = await storedCalendar(rows);
      const due = addWorkingDays(received, count, calendar);
      const extension = lastDayToAskExtension(due.value, calendar);
      const missing = new Set([...due.warnings, ...extension.warnings].map((warning) => warning.facts.year));
      return {
        received,
        workingDays: count,
        due: due.value,
        extensionUntil: extension.value,
        yearsNotLoaded: [...missing].sort(),
      };
    });
  }
}
