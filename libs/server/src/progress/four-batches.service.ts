import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@crm/api-contract/sentences';
import type { fourBatches } from '@crm/api-contract/progress';
import type { InputOf } from '@crm/api-contract/wire';
import {
  assertPeriod,
  batchTotals,
  batches,
  changePercent,
  periodBefore,
  type Batch,
  type Period,
} from '@crm/domain/progress';
import { decimal } from '@crm/domain/quantities';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { exact, quotient, type Actor } from '../data-access/index.js';
import { aboutView } from './about-contract.js';
import { batchWorkbook } from './batch-workbook.js';
import { batchesOf, type FoundBatchRow } from './four-batches.store.js';

type Question = InputOf<typeof fourBatches.report>['query'];
const figure = (rows: readonly FoundBatchRow[]) => {
  const { count, amountWan } = batchTotals(rows);
  return { count, amountWan: exact(amountWan) };
};

/** 四个一批: the zone's report of a period. Every number is the sum of its rows. */
@Injectable()
export class FourBatchesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses `period.reversed`. */
  async report(actor: Actor, { from, to, ...scope }: Question) {
    const period = this.period({ from, to });
    const before = periodBefore(period);
    const [now, then] = await this.database.read(
      async (rows) =>
        [
          await batchesOf(rows, actor, this.clock.today(), period, scope),
          await batchesOf(rows, actor, this.clock.today(), before, scope),
        ] as const,
    );
    const perBatch = <T>(of: (batch: Batch) => T) =>
      Object.fromEntries(batches.map((batch) => [batch, of(batch)])) as Record<Batch, T>;
    const groups = (key: 'parkId' | 'industryId', name: 'parkName' | 'industryName') => {
      const all = batches.flatMap((batch) => now[batch]);
      const names = new Map(all.map(({ about }) => [aboutView(about)[key], aboutView(about)[name]]));
      return [...names].map(([id, label]) => ({
        key: id,
        name: label,
        batches: perBatch((batch) => figure(now[batch].filter(({ about }) => aboutView(about)[key] === id))),
      }));
    };
    return {
      from,
      to,
      before,
      batches: perBatch((batch) => {
        const [totals, past] = [batchTotals(now[batch]), batchTotals(then[batch])];
        return {
          ...figure(now[batch]),
          apart: { count: totals.apart.count, amountWan: exact(totals.apart.amountWan) },
          before: figure(then[batch]),
          countChangePercent: shortened(changePercent(String(totals.count), String(past.count))),
          amountChangePercent: shortened(changePercent(totals.amountWan, past.amountWan)),
        };
      }),
      parks: groups('parkId', 'parkName'),
      industries: groups('industryId', 'industryName'),
    };
  }

  async rows(actor: Actor, { from, to, batch, ...scope }: InputOf<typeof fourBatches.rows>['query']) {
    const found = (await this.found(actor, this.period({ from, to }), scope))[batch];
    return { rows: found.map((row) => rowView(row, batch)), ...figure(found) };
  }

  async workbook(
    actor: Actor,
    { from, to, ...scope }: Question,
    locale: Locale,
  ): Promise<{ fileName: string; content: Buffer }> {
    const period = this.period({ from, to });
    return batchWorkbook(period, await this.found(actor, period, scope), locale);
  }

  private period(period: Period): Period {
    assertPeriod(period);
    return period;
  }

  private found(actor: Actor, period: Period, scope: Pick<Question, 'parkId' | 'industryId'>) {
    return this.database.read((rows) => batchesOf(rows, actor, this.clock.today(), period, scope));
  }
}

const shortened = (percent: string | null): string | null => percent && quotient(decimal(percent));
const rowView = (row: FoundBatchRow, batch: Batch) => {
  const { signedOn: _signedOn, ...about } = aboutView(row.about);
  return { ...about, batch, role: row.role, kind: row.about.kind, on: row.on, amountWan: exact(row.amountWan) };
};
