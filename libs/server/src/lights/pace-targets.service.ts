import { Inject, Injectable } from '@nestjs/common';
import type { paceTargets } from '@crm/api-contract/lights';
import type { InputOf } from '@crm/api-contract/wire';
import { addDays } from '@crm/domain/days';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { grouped, known, type Actor } from '../data-access/index.js';
import { allBands } from './light-bands.store.js';
import {
  TARGET_COLUMNS,
  TARGET_FROM,
  TARGET_ORDER,
  entriesOf,
  figureView,
  figuresOf,
  targetView,
  visibleTargets,
  type TargetRow,
} from './pace.store.js';

/** Larger than the number of targets of one indicator and year. */
const LISTED = 600;

/** 进度红绿灯, computed on demand from append-only figures and bands. */
@Injectable()
export class PaceTargetsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, { year, indicator, asOf }: InputOf<typeof paceTargets.list>['query']) {
    const today = this.clock.today();
    const then = asOf !== undefined && asOf < today;
    // The end of the given day in the time zone of the office (UTC+8, no summer time).
    const moment = then ? new Date(`${addDays(asOf, 1)}T00:00:00+08:00`) : this.clock.now();
    return this.database.read(async (rows) => {
      const where = visibleTargets(actor, today).and('t.year = ?', year).given(indicator, 't.indicator = ?');
      const found = await rows.rows<TargetRow>(
        `SELECT ${TARGET_COLUMNS}
         FROM ${TARGET_FROM} ${where.sql}
         ORDER BY ${TARGET_ORDER}
         LIMIT ${LISTED + 1}`,
        where.values,
      );
      const shown = found.slice(0, LISTED);
      const tables = await allBands(rows);
      const figures = grouped(
        await figuresOf(
          rows,
          shown.map(({ id }) => id),
          then ? moment.toISOString() : null,
        ),
        ({ targetId }) => targetId,
      );
      const all = visibleTargets(actor, today);
      const kept = await rows.rows<{ year: number; indicator: string }>(
        `SELECT DISTINCT t.year, t.indicator FROM ${TARGET_FROM} ${all.sql} ORDER BY t.year DESC, t.indicator`,
        all.values,
      );
      return {
        year,
        asOf: then ? asOf : today,
        known: then ? ('then' as const) : ('now' as const),
        data: shown.map((row) => targetView(row, figures.get(row.id) ?? [], tables, moment)),
        years: [...new Set(kept.map((row) => row.year))],
        indicators: [...new Set(kept.filter((row) => row.year === year).map((row) => row.indicator))],
        truncated: found.length > LISTED,
      };
    });
  }

  one(actor: Actor, id: string) {
    return this.database.read(async (rows) => {
      const where = visibleTargets(actor, this.clock.today()).and('t.id = ?', id);
      const row = known(
        await rows.one<TargetRow>(`SELECT ${TARGET_COLUMNS} FROM ${TARGET_FROM} ${where.sql}`, where.values),
      );
      const entries = await entriesOf(rows, id);
      const view = targetView(
        row,
        entries.filter(({ knownTo }) => knownTo === null),
        await allBands(rows),
        this.clock.now(),
      );
      return {
        ...view,
        entries: entries.map((entry) => ({
          ...figureView(entry),
          month: entry.month,
          kind: entry.kind,
          reason: entry.reason,
          knownTo: entry.knownTo,
        })),
      };
    });
  }
}
