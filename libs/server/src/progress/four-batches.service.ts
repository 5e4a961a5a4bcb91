import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@crm/api-contract/sentences';
import type { fourBatches } from '@crm/api-contract/progress';
import { pageAsked, type InputOf } from '@crm/api-contract/wire';
import {
  assertPeriod,
  batchTotals,
  batches,
  changePercent,
  periodBefore,
  type Batch,
  type BatchRow,
  type Period,
} from '@crm/domain/progress';
import { decimal } from '@crm/domain/quantities';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { exact, grouped, quotient, type Actor } from '../data-access/index.js';
import { aboutView } from './about-contract.js';
import { batchWorkbook } from './batch-workbook.js';
import { aboutContracts, batchesOf, signedBy, type AboutSigned } from './four-batches.store.js';

type Question = InputOf<typeof fourBatches.report>['query'];
const figure = (rows: readonly BatchRow[]) => {
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
    const [signed, names] = await this.database.read(
      async (rows) =>
        [
          await signedBy(rows, actor, this.clock.today(), to, scope),
          await rows.rows<{ id: string; name: string }>(
            'SELECT id, name FROM park UNION ALL SELECT id, name FROM industry',
          ),
        ] as const,
    );
    const [now, then] = [batchesOf(signed, period), batchesOf(signed, before)];
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const factOf = new Map(signed.map((fact) => [fact.id, fact]));
    const perBatch = <T>(of: (batch: Batch) => T) =>
      Object.fromEntries(batches.map((batch) => [batch, of(batch)])) as Record<Batch, T>;
    const groups = (key: 'parkId' | 'industryId') => {
      const placeOf = ({ id }: BatchRow) => factOf.get(id)![key];
      const inBatch = perBatch((batch) => grouped(now[batch], placeOf));
      const places = new Set(batches.flatMap((batch) => [...inBatch[batch].keys()]));
      return [...places].map((id) => ({
        key: id,
        name: nameOf.get(id) ?? '',
        batches: perBatch((batch) => figure(inBatch[batch].get(id) ?? [])),
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
      parks: groups('parkId'),
      industries: groups('industryId'),
    };
  }

  /** One page of the rows of a batch; the sum covers all of them. Refuses `period.reversed`. */
  rows(actor: Actor, { from, to, batch, page, perPage, ...scope }: InputOf<typeof fourBatches.rows>['query']) {
    const period = this.period({ from, to });
    const { page: at, perPage: limit } = pageAsked({ page, perPage });
    return this.database.read(async (rows) => {
      const found = batchesOf(await signedBy(rows, actor, this.clock.today(), to, scope), period)[batch];
      const shown = found.slice((at - 1) * limit, at * limit);
      const about = await aboutContracts(
        rows,
        shown.map(({ id }) => id),
      );
      return {
        rows: shown.map((row) => rowView(row, about.get(row.id)!, batch)),
        total: found.length,
        ...figure(found),
      };
    });
  }

  async workbook(
    actor: Actor,
    { from, to, ...scope }: Question,
    locale: Locale,
  ): Promise<{ fileName: string; content: Buffer }> {
    const period = this.period({ from, to });
    const [found, about] = await this.database.read(async (rows) => {
      const all = batchesOf(await signedBy(rows, actor, this.clock.today(), to, scope), period);
      const ids = new Set(batches.flatMap((batch) => all[batch].map(({ id }) => id)));
      return [all, await aboutContracts(rows, [...ids])] as const;
    });
    return batchWorkbook(period, found, about, locale);
  }

  private period(period: Period): Period {
    assertPeriod(period);
    return period;
  }
}

const shortened = (percent: string | null): string | null => percent && quotient(decimal(percent));
const rowView = (row: BatchRow, found: AboutSigned, batch: Batch) => {
  const { signedOn: _signedOn, ...about } = aboutView(found);
  return { ...about, batch, role: row.role, kind: found.kind, on: row.on, amountWan: exact(row.amountWan) };
};
