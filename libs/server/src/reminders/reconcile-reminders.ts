import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import { BEFORE_ALL, type DueSource } from '../due/index.js';
import { missingKeys } from './occurrences.store.js';
import { PlanChanges } from './plan-changes.js';
import { planUnits, takeRoom } from './plan-units.js';
import { DUE_SOURCES, UNITS_AT_ONCE, groundOf, linesOf, questionFor } from './planning.js';
import { told } from './sweeps.store.js';

/** At most this many keys are named in the log, beside the total. */
const NAMED = 20;

interface Missing {
  readonly keys: readonly string[];
  readonly units: readonly string[];
}

/**
 * Computes the reminders again from deadlines and rules, independently of planning and queue, and finds the missing
 * ones. It reads the rooms page by page, like the planning. A room that cannot answer is reported.
 */
@Injectable()
export class ReconcileReminders {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(DUE_SOURCES) private readonly sources: readonly DueSource[],
    private readonly changes: PlanChanges,
  ) {}

  /** Missing reminders are planned at once, and `/health/ready` reports the counts. Returns their number. */
  async reconcile(): Promise<number> {
    // A reminder of a record that has just changed is not missing.
    await this.changes.drain();
    let count = 0;
    for (const source of this.sources) {
      try {
        const missing = await this.room(source, (page) => this.plan(source, page.units));
        count += missing;
        await this.checked(source, missing);
      } catch (error) {
        this.log.error({ err: error, room: source.room }, 'the reminders of a room could not be checked');
        await this.failed(source, error);
      }
    }
    return count;
  }

  private async room(source: DueSource, each: (page: Missing) => Promise<void>): Promise<number> {
    let count = 0;
    for (let after = BEFORE_ALL; ;) {
      const { units, missing } = await this.page(source, after);
      if (missing.keys.length > 0) {
        count += missing.keys.length;
        this.log.error(
          { room: source.room, missing: missing.keys.slice(0, NAMED), count: missing.keys.length },
          'reminders that ought to stand in the ledger are not there',
        );
        await each(missing);
      }
      if (units.length < UNITS_AT_ONCE) return count;
      after = units.at(-1) as string;
    }
  }

  private page(source: DueSource, after: string): Promise<{ units: readonly string[]; missing: Missing }> {
    return this.database.read(async (rows) => {
      const ground = await groundOf(rows, this.config);
      const units = await source.units(rows, questionFor(ground, source, 0), { after, limit: UNITS_AT_ONCE });
      const lines = await linesOf(rows, ground, source, units, 0);
      const keys = new Set(
        lines.length > 0
          ? await missingKeys(
              rows,
              lines.map((line) => line.key),
            )
          : [],
      );
      const owing = lines.filter((line) => keys.has(line.key)).map(({ record }) => record.unit);
      return { units, missing: { keys: [...keys], units: [...new Set(owing)] } };
    });
  }

  private async plan(source: DueSource, units: readonly string[]): Promise<void> {
    await this.database.transaction('system:reminders', async (tx) => {
      await takeRoom(tx, source);
      await planUnits(tx, await groundOf(tx, this.config), this.config.zone, source, { units });
    });
  }

  private checked(source: DueSource, missing: number): Promise<number> {
    return this.database.transaction('system:reminders', (tx) =>
      tx.run('UPDATE due_sweep SET checked_at = now(), missing = $2 WHERE room = $1', [source.room, missing]),
    );
  }

  private failed(source: DueSource, error: unknown): Promise<number> {
    return this.database.transaction('system:reminders', (tx) =>
      tx.run('UPDATE due_sweep SET error = $2, failed_at = now() WHERE room = $1', [source.room, told(error)]),
    );
  }
}
