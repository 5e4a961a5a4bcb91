import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Day } from '@crm/domain/days';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, type Rows, type Tx } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import type { DueRecord, DueSource } from '../due/index.js';
import { gatherDigests } from './digest.store.js';
import { mailTo } from './mail.store.js';
import {
  addOccurrences,
  cancel,
  inParts,
  missingKeys,
  othersWaiting,
  reviveCancelled,
  todayIn,
} from './occurrences.store.js';
import { peopleOn } from './people.store.js';
import { planned, type Planned } from './planned.js';
import { planningAlone, type Held } from './planning-alone.js';
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
   * Repeating it, or running it twice at once, changes nothing. Who asks while one runs is answered by the one that
   * begins when it ends, together with
   * all others who ask meanwhile: that one sees what they wrote, and an import of thousands does not line up as many
   * plannings.
   */
  plan(): Promise<Planning> {
    if (!this.running) return this.begin();
    return (this.next ??= this.running
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        this.next = undefined;
        return this.begin();
      }));
  }

  private begin(): Promise<Planning> {
    const run = this.planOn().finally(() => (this.running = undefined));
    return (this.running = run);
  }

  private turn: Promise<unknown> = Promise.resolve();

  /**
   * One at a time in this process, and of all workers one. A room that cannot answer leaves its own as they are and the
   * others are planned. What is no longer due is cancelled
   * first, so that nobody is told twice of one thing; then the rest is written part by part, each its own transaction.
   * Killed in between, the job is repeated and finds by their
   * keys what is there.
   */
  planOn(on?: Day): Promise<Planning> {
    const mine = this.turn.then(() => planningAlone(this.database, (held) => this.planHeld(held, on)));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async planHeld(held: Held, on?: Day): Promise<Planning> {
    await this.part(held, (tx) =>
      bringRules(
        tx,
        this.sources.flatMap((source) => source.rules),
      ),
    );
    const today = on ?? (await todayIn(held.rows, this.config.zone));
    const failures: unknown[] = [];
    const answered: DueSource[] = [];
    const records: DueRecord[] = [];
    for (const source of this.sources) {
      try {
        records.push(...(await this.ask(held.rows, source, today, addDays(today, AHEAD_DAYS))));
        answered.push(source);
      } catch (error) {
        failures.push(error);
      }
    }
    const lines = await this.lines(held.rows, records, today);
    const over = await othersWaiting(
      held.rows,
      answered.flatMap((source) => source.rules.map((rule) => rule.code)),
      lines.map((line) => line.key),
    );
    let [added, cancelled] = [0, 0];
    for (const ids of inParts(over)) cancelled += await this.part(held, (tx) => cancel(tx, ids));
    for (const some of inParts(lines)) {
      added += await this.part(held, async (tx) => {
        const written = await addOccurrences(tx, some, this.config.zone);
        await reviveCancelled(
          tx,
          some.map((line) => line.key),
        );
        return written;
      });
    }
    while ((await this.part(held, (tx) => gatherDigests(tx, today, this.config.zone))) > 0);
    const planning = { today, due: lines.length, added, cancelled };
    this.log.info({ ...planning }, 'reminders planned');
    if (failures.length > 0) throw failures[0];
    return planning;
  }

  /** Written only while nobody else can be planning. */
  private async part<T>(held: Held, work: (tx: Tx) => Promise<T>): Promise<T> {
    await held.still();
    return this.database.transaction('system:reminders', work);
  }

  /**
   * Computed anew from deadlines and rules, apart from what planning and queue did: keys that ought to be in the ledger
   * and are not.
   */
  async missing(): Promise<string[]> {
    return this.database.read(async (rows) => {
      const today = await todayIn(rows, this.config.zone);
      const lines = await this.computed(rows, today, today);
      const missing = await missingKeys(
        rows,
        lines.map((line) => line.key),
      );
      if (missing.length > 0)
        this.log.error(
          { missing: missing.slice(0, 20), count: missing.length },
          'reminders that ought to stand in the ledger are not there',
        );
      return missing;
    });
  }

  /** Plans again where something that ought to be in the ledger is not there. */
  async planMissing(): Promise<void> {
    if ((await this.missing()).length > 0) await this.plan();
  }

  /** Who would be told what for the first time on that day. */
  async preview(on: Day): Promise<Planned[]> {
    return this.database.read(async (rows) =>
      (await this.computed(rows, on, on)).filter((line) => line.record.remindOn === on),
    );
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
    return planned(
      records,
      await rulesByCode(rows),
      await peopleOn(rows, today),
      await mailTo(rows, this.config.smtpUrl !== undefined),
    );
  }
}
