import { Inject, Injectable } from '@nestjs/common';
import type { paceTargets } from '@crm/api-contract/lights';
import { pageAsked, type InputOf } from '@crm/api-contract/wire';
import { addDays } from '@crm/domain/days';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { grouped, known, type Actor } from '../data-access/index.js';
import { allBands } from './light-bands.store.js';
import {
  TARGET_COLUMNS,
  TARGET_FROM,
  entriesOf,
  escalatedOf,
  figureView,
  figuresOf,
  targetView,
  targetsOf,
  visibleTargets,
  type TargetRow,
} from './pace.store.js';

/** Targets of one page; escalated ones of the whole year. */
const PAGE = 40;
const ESCALATED = 100;

/** 进度红绿灯, computed on demand from append-only figures and bands. */
@Injectable()
export class PaceTargetsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, { year, indicator, asOf, page, perPage = PAGE }: InputOf<typeof paceTargets.list>['query']) {
    const today = this.clock.today();
    const then = asOf !== undefined && asOf < today;
    // The end of the given day in the time zone of the office (UTC+8, no summer time).
    const moment = then ? new Date(`${addDays(asOf, 1)}T00:00:00+08:00`) : this.clock.now();
    const { page: at, perPage: limit } = pageAsked({ page, perPage });
    return this.database.read(async (rows) => {
      const all = await targetsOf(rows, visibleTargets(actor, today).and('t.year = ?', year));
      const tables = await allBands(rows);
      const figures = grouped(
        await figuresOf(
          rows,
          all.map(({ id }) => id),
          then ? moment.toISOString() : null,
        ),
        ({ targetId }) => targetId,
      );
      const ofRow = (row: TargetRow) => figures.get(row.id) ?? [];
      const asked = indicator === undefined ? all : all.filter((row) => row.indicator === indicator);
      const escalated = escalatedOf(all, ofRow, tables, moment);
      const seen = visibleTargets(actor, today);
      const years = await rows.rows<{ year: number }>(
        `SELECT t.year FROM ${TARGET_FROM} ${seen.sql} GROUP BY t.year ORDER BY t.year DESC`,
        seen.values,
      );
      return {
        year,
        asOf: then ? asOf : today,
        known: then ? ('then' as const) : ('now' as const),
        data: asked.slice((at - 1) * limit, at * limit).map((row) => targetView(row, ofRow(row), tables, moment)),
        years: years.map((row) => row.year),
        indicators: [...new Set(all.map((row) => row.indicator))].sort(),
        total: asked.length,
        escalated: escalated.slice(0, ESCALATED),
        escalatedTotal: escalated.length,
        truncated: asked.length > at * limit,
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
