import { Inject, Injectable } from '@nestjs/common';
import type { CalendarChange, CalendarYear, calendarYears } from '@crm/api-contract/standards';
import type { InputOf } from '@crm/api-contract/wire';
import {
  addDays,
  firstDayOfYear,
  lastDayOfYear,
  movedTerms,
  workingCalendar,
  workingDaysBetween,
  yearOf,
  type WorkingCalendar,
  type WorkingYear,
} from '@crm/domain/days';
import { Refusal, isRefusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, takeTurn, type Rows } from '@crm/platform/db';
import { dueRulesChanged } from '../due/index.js';
import { StaleRecord, refOf, type Actor } from '../data-access/index.js';
import { calendarYearTable } from './standard.entity.js';
import { putYear, storedYears, yearDifference, type NamedDay } from './working-days.store.js';

type Wanted = InputOf<typeof calendarYears.change>['body'];

/** The working calendar, year by year. */
@Injectable()
export class CalendarYearsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(_actor: Actor) {
    const today = this.clock.today();
    return this.database.read(async (rows) => {
      const data = await rows.rows<{ year: number; source: string; version: number; days: number }>(
        `SELECT
           y.year, y.source, y.version,
           (
             SELECT count(*)::int
             FROM working_day d
             WHERE d.day BETWEEN make_date(y.year, 1, 1) AND make_date(y.year, 12, 31)
           ) AS days
         FROM calendar_year y
         ORDER BY y.year DESC`,
      );
      // The notice of the next year comes in autumn.
      const needed = [yearOf(today), ...(today.slice(5) >= '12-01' ? [yearOf(today) + 1] : [])];
      return { data, missing: needed.filter((year) => !data.some((one) => one.year === year)) };
    });
  }

  one(_actor: Actor, year: number): Promise<CalendarYear> {
    return this.database.read((rows) => yearOfCalendar(rows, year));
  }

  /** Refuses `calendar.*`. */
  preview(_actor: Actor, year: number, wanted: Wanted): Promise<CalendarChange> {
    const after = calendarOf(year, wanted);
    return this.database.read(async (rows) => {
      const beside = await storedYears(rows, [year - 1, year, year + 1]);
      const others = beside.filter((one) => one.year !== year).map((one) => workingYear(one.year, one.days));
      const there = beside.find((one) => one.year === year);
      const [before, then] = [there ? workingYear(year, there.days) : undefined, after].map((own) =>
        workingCalendar([...others, ...(own ? [own] : [])]),
      );
      return {
        days: yearDifference(there?.days ?? [], wanted.days),
        workingDays: { before: workingDaysOf(year, before!), after: workingDaysOf(year, then!) },
        moved: movedTerms(before!, then!, year).map((one) => ({ ...one, example: { ...one.example } })),
      };
    });
  }

  /** Refuses `calendar.*` and `version.stale`. Terms in working days are planned anew. */
  change(actor: Actor, year: number, version: number, wanted: Wanted): Promise<CalendarYear> {
    calendarOf(year, wanted);
    return this.database.transaction(refOf(actor), async (tx) => {
      await takeTurn(tx, `${calendarYearTable.name} ${year}`);
      const current = await yearOfCalendar(tx, year);
      if (current.version !== version) throw new StaleRecord(current, ['days', 'source']);
      await putYear(tx, null, { year, source: wanted.source, days: wanted.days });
      await dueRulesChanged(tx);
      return yearOfCalendar(tx, year);
    });
  }
}

const workingYear = (year: number, days: readonly NamedDay[]): WorkingYear => ({
  year,
  source: '',
  holidays: days.filter(({ kind }) => kind === 'holiday').map(({ day }) => day),
  makeUpDays: days.filter(({ kind }) => kind === 'make-up').map(({ day }) => day),
});

/** Refuses `calendar.day-twice`, and what {@link workingCalendar} refuses, at the days. */
function calendarOf(year: number, { days }: Wanted): WorkingYear {
  const seen = new Set<string>();
  for (const [at, { day }] of days.entries()) {
    if (seen.has(day)) throw new Refusal('calendar.day-twice', { day }).at(`/days/${at}/day`);
    seen.add(day);
  }
  try {
    const own = workingYear(year, days);
    workingCalendar([own]);
    return own;
  } catch (thrown) {
    throw isRefusal(thrown) ? thrown.at('/days') : thrown;
  }
}

const workingDaysOf = (year: number, calendar: WorkingCalendar): number =>
  workingDaysBetween(addDays(firstDayOfYear(year), -1), lastDayOfYear(year), calendar).value;

async function yearOfCalendar(rows: Rows, year: number): Promise<CalendarYear> {
  const [there] = await storedYears(rows, [year]);
  const row = there && (await calendarYearTable.one(rows, { year }));
  return {
    year,
    loaded: there !== undefined,
    source: there?.source ?? '',
    version: row?.version ?? 0,
    days: [...(there?.days ?? [])],
  };
}
