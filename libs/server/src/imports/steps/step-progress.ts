import { setTimeout } from 'node:timers/promises';
import type { ImportStatus } from '@crm/api-contract/imports';
import type { Database } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { concerned } from './change-import.js';
import type { OnProgress } from '../books/ledger-book.js';
import { writeProgress, type ImportRecord } from '../imports.store.js';

/** At most two reports per second. */
const PAUSE_MS = 500;

/**
 * Reports progress while the step's transaction is still open: on another connection, and never awaited. A report that
 * fails (the pool is empty, the database unreachable) is dropped, and the step continues. Progress is not a result:
 * after a crash nothing of the step remains.
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

  /** No report follows this one. */
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
