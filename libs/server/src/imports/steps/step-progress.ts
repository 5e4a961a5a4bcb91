import { setTimeout } from 'node:timers/promises';
import type { ImportStatus } from '@crm/api-contract/imports';
import type { Database } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { concerned } from './change-import.js';
import type { OnProgress } from '../books/ledger-book.js';
import { writeProgress, type ImportRecord } from '../imports.store.js';

/** Told twice a second at most. */
const PAUSE_MS = 500;

/**
 * How far a step is, told while its own transaction is still open: beside it, on another connection, and never waited
 * for. News that cannot be told (the pool is
 * empty, the database away) is dropped, the step goes on. What it says is not what is written: of a step that dies
 * nothing is there, however far it was.
 */
export class StepProgress {
  private latest: number | undefined;
  private telling: Promise<void> | undefined;
  private over = false;

  constructor(
    private readonly database: Database,
    private readonly record: ImportRecord,
    private readonly status: ImportStatus,
    private readonly total: number,
  ) {}

  readonly told: OnProgress = (done) => {
    this.latest = done;
    if (!this.over) this.telling ??= this.tellOn().finally(() => (this.telling = undefined));
  };

  /** Nothing is told after it. */
  async end(): Promise<void> {
    this.over = true;
    await this.telling;
  }

  private async tellOn(): Promise<void> {
    while (this.latest !== undefined && !this.over) {
      const done = this.latest;
      this.latest = undefined;
      await this.tell(done).catch(() => undefined);
      await setTimeout(PAUSE_MS, undefined, { ref: false });
    }
  }

  private tell(done: number): Promise<void> {
    const { id } = this.record;
    return this.database.transaction('system:imports', async (tx) => {
      await writeProgress(tx, id, done, this.total);
      await publish(tx, {
        topic: 'imports',
        users: concerned(this.record),
        id,
        facts: { status: this.status, done, total: this.total },
      });
    });
  }
}
