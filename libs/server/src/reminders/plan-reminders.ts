import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Day } from '@crm/domain/days';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import type { DueRecord, DueSource } from '../due/index.js';
import { gatherDigests } from './digest.store.js';
import { mailTo } from './mail.store.js';
import { addOccurrences, cancelOthers, lockPlanning, missingKeys, reviveCancelled, todayIn } from './occurrences.store.js';
import { peopleOn } from './people.store.js';
import { planned, type Planned } from './planned.js';
import { bringRules, planIn, rulesByCode } from './rules.store.js';

/** Rooms with deadlines, handed in where the process is composed: this room knows none of them. */
export const DUE_SOURCES = Symbol('DUE_SOURCES');

/** What is due in these days stands in the ledger ahead of them, so that a morning without a worker delays nothing. */
const AHEAD_DAYS = 2;

export interface Planning {
  readonly today: Day;
  readonly due: number;
  readonly added: number;
  readonly cancelled: number;
}

@Injectable()
export class PlanReminders {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(DUE_SOURCES) private readonly sources: readonly DueSource[],
  ) {}

  private running?: Promise<Planning>;
  private next?: Promise<Planning>;

  /**
   * Repeating it, or running it twice at once, changes nothing. Who asks while one runs is answered by the one that begins when it ends, together with
   * all others who ask meanwhile: that one sees what they wrote, and an import of thousands does not line up as many plannings.
   */
  plan(): Promise<Planning> {
    if (!this.running) return this.begin();
    return (this.next ??= this.running.then(() => undefined, () => undefined).then(() => {
      this.next = undefined;
      return this.begin();
    }));
  }

  private begin(): Promise<Planning> {
    const run = this.planOn().finally(() => (this.running = undefined));
    return (this.running = run);
  }

  /** A room that cannot answer leaves its own as they are and the others are planned. */
  async planOn(on?: Day): Promise<Planning> {
    const failures: unknown[] = [];
    const planning = await this.database.transaction('system:reminders', async (tx) => {
      await lockPlanning(tx);
      await bringRules(tx, this.sources.flatMap((source) => source.rules));
      const today = on ?? (await todayIn(tx, this.config.zone));
      const answered: DueSource[] = [];
      const records: DueRecord[] = [];
      for (const source of this.sources) {
        // On the same connection: a second one out of the pool could wait for ever (reliability O8).
        await tx.run('SAVEPOINT asked');
        try {
          records.push(...(await this.ask(tx, source, today, addDays(today, AHEAD_DAYS))));
          answered.push(source);
        } catch (error) {
          failures.push(error);
          await tx.run('ROLLBACK TO SAVEPOINT asked');
        }
      }
      const lines = await this.lines(tx, records, today);
      const keys = lines.map((line) => line.key);
      const added = await addOccurrences(tx, lines, this.config.zone);
      await reviveCancelled(tx, keys);
      const cancelled = await cancelOthers(tx, answered.flatMap((source) => source.rules.map((rule) => rule.code)), keys);
      await gatherDigests(tx, today, this.config.zone);
      return { today, due: lines.length, added, cancelled };
    });
    this.log.info({ ...planning }, 'reminders planned');
    if (failures.length > 0) throw failures[0];
    return planning;
  }

  /** Computed anew from deadlines and rules, apart from what planning and queue did: keys that ought to be in the ledger and are not. */
  async missing(): Promise<string[]> {
    return this.database.read(async (rows) => {
      const today = await todayIn(rows, this.config.zone);
      const lines = await this.computed(rows, today, today);
      const missing = await missingKeys(rows, lines.map((line) => line.key));
      if (missing.length > 0) this.log.error({ missing: missing.slice(0, 20), count: missing.length }, 'reminders that ought to stand in the ledger are not there');
      return missing;
    });
  }

  /** Who would be told what for the first time on that day. */
  async preview(on: Day): Promise<Planned[]> {
    return this.database.read(async (rows) => (await this.computed(rows, on, on)).filter((line) => line.record.remindOn === on));
  }

  private async computed(rows: Rows, today: Day, until: Day): Promise<Planned[]> {
    const records: DueRecord[] = [];
    for (const source of this.sources) records.push(...(await this.ask(rows, source, today, until)));
    return this.lines(rows, records, today);
  }

  private async ask(rows: Rows, source: DueSource, today: Day, until: Day): Promise<DueRecord[]> {
    return source.items(rows, { today, until, planOf: planIn(await rulesByCode(rows), source.rules) });
  }

  private async lines(rows: Rows, records: readonly DueRecord[], today: Day): Promise<Planned[]> {
    return planned(records, await rulesByCode(rows), await peopleOn(rows, today), await mailTo(rows, this.config.smtpUrl !== undefined));
  }
}
