import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '@crm/domain/days';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, isDatabaseAway, type Tx } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import { requestJob } from '@crm/platform/queue';
import { planReminders, type DueSource } from '../due/index.js';
import { gatherDigests } from './digest.store.js';
import { todayIn } from './occurrences.store.js';
import { none, planUnits, plus, takeRoom, type Counts } from './plan-units.js';
import { DUE_SOURCES, UNITS_AT_ONCE, groundOf, questionFor } from './planning.js';
import { bringRules } from './rules.store.js';
import { LeaseLost, beginPass, endPass, failPass, pageDone, type Pass } from './sweeps.store.js';

/** If this many records in a row cannot be planned, the room itself is broken. */
const GIVEN_UP_AFTER = 10;

/** Plans the rooms page by page: each morning, and when a rule changed. `PlanChanges` handles single changes. */
@Injectable()
export class PlanReminders {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(DUE_SOURCES) private readonly sources: readonly DueSource[],
  ) {}

  /** The rooms that are not planned yet today, were requested, or stopped half-way. Each page is one transaction. */
  plan(): Promise<Counts> {
    return this.rooms(false);
  }

  /** All rooms from end to end, whatever was done before. */
  planOn(on?: Day): Promise<Counts> {
    return this.rooms(true, on);
  }

  /**
   * Requests a planning that no worker is doing: a room stopped half-way, was requested, or is not planned although it
   * is morning.
   */
  async watch(): Promise<void> {
    await this.database.transaction('system:reminders', async (tx) => {
      const owed = await tx.one(
        `SELECT 1 AS owed
         FROM due_sweep s
         WHERE (s.lease_until IS NULL OR s.lease_until < now())
             AND (
               s.running
                 OR EXISTS (SELECT 1 FROM due_ask a WHERE a.room = s.room)
                 OR s.on_day < (now() AT TIME ZONE $1 - interval '6 hours 10 minutes')::date
             )
             AND NOT EXISTS (SELECT 1 FROM job_request r WHERE r.job = $2 AND r.done_at IS NULL)
         LIMIT 1`,
        [this.config.zone, planReminders.name],
      );
      if (owed) await requestJob(tx, planReminders, {});
    });
  }

  /** If a room cannot answer, its reminders stay as they are, and the others are planned. */
  private async rooms(anew: boolean, on?: Day): Promise<Counts> {
    const brought = await this.transaction((tx) =>
      bringRules(
        tx,
        this.sources.flatMap((source) => source.rules),
      ),
    );
    let counts = none;
    const failures: unknown[] = [];
    for (const source of this.sources) {
      try {
        counts = plus(counts, await this.room(source, anew || source.rules.some(({ code }) => brought.has(code)), on));
      } catch (error) {
        failures.push(error);
        this.log.error({ err: error, room: source.room }, 'the reminders of a room could not be planned');
      }
    }
    await this.gather(on);
    this.log.info({ ...counts }, 'reminders planned');
    if (failures.length > 0) throw failures[0];
    return counts;
  }

  private async room(source: DueSource, anew: boolean, on?: Day): Promise<Counts> {
    const day = async (tx: Tx) => on ?? todayIn(tx, this.config.zone);
    const pass = await beginPass(this.database, source, day, anew);
    if (!pass) return none;
    try {
      let counts = none;
      let fault: unknown;
      for (let after: string | null = pass.after; after !== null;) {
        const page = await this.page(source, pass, after, on);
        counts = plus(counts, page.counts);
        fault ??= page.fault;
        after = page.next;
      }
      await endPass(this.database, pass, fault);
      return counts;
    } catch (error) {
      // The worker with the lease continues after the last page.
      if (error instanceof LeaseLost) return none;
      await failPass(this.database, pass, error).catch(() => undefined);
      throw error;
    }
  }

  private async page(source: DueSource, pass: Pass, after: string, on?: Day): Promise<Page> {
    try {
      return await this.transaction(async (tx) => {
        await takeRoom(tx, source);
        const ground = await groundOf(tx, this.config, on);
        const units = await source.units(tx, questionFor(ground, source), { after, limit: UNITS_AT_ONCE });
        const through = units.length < UNITS_AT_ONCE ? null : (units.at(-1) as string);
        const counts = await planUnits(tx, ground, this.config.zone, source, { units, after, through });
        await pageDone(tx, pass, through ?? after, units.length);
        return { counts, next: through };
      });
    } catch (error) {
      if (error instanceof LeaseLost || isDatabaseAway(error)) throw error;
      return this.singly(source, pass, after, error, on);
    }
  }

  /** A record of this page cannot be planned: the others are planned, and it is reported. */
  private async singly(source: DueSource, pass: Pass, after: string, cause: unknown, on?: Day): Promise<Page> {
    const units = await this.database.read(async (rows) =>
      source.units(rows, questionFor(await groundOf(rows, this.config, on), source), { after, limit: UNITS_AT_ONCE }),
    );
    let [counts, failed, inARow] = [none, 0, 0];
    for (const unit of units) {
      try {
        counts = plus(counts, await this.one(source, unit, on));
        inARow = 0;
      } catch (error) {
        if (isDatabaseAway(error) || ++inARow >= Math.min(GIVEN_UP_AFTER, units.length)) throw error;
        failed++;
        this.log.error({ err: error, room: source.room, unit }, 'the reminders of a record could not be planned');
      }
    }
    const next = units.length < UNITS_AT_ONCE ? null : (units.at(-1) as string);
    await this.transaction((tx) => pageDone(tx, pass, next ?? after, units.length - failed, failed));
    return { counts, next, fault: cause };
  }

  private one(source: DueSource, unit: string, on?: Day): Promise<Counts> {
    return this.transaction(async (tx) => {
      await takeRoom(tx, source);
      return planUnits(tx, await groundOf(tx, this.config, on), this.config.zone, source, { units: [unit] });
    });
  }

  private async gather(on?: Day): Promise<void> {
    const { zone } = this.config;
    while ((await this.transaction(async (tx) => gatherDigests(tx, on ?? (await todayIn(tx, zone)), zone))) > 0);
  }

  private transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction('system:reminders', work);
  }
}

interface Page {
  readonly counts: Counts;
  /** The last unit of the page; null: it was the last page. */
  readonly next: string | null;
  readonly fault?: unknown;
}
