import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, Database } from '@crm/platform/db';
import type { RelaySource, Waiting } from '@crm/platform/queue';
import { planChanges } from '../due/index.js';

/** One job handles all changes, so the queue is told at most about twice a second. */
const EVERY_MS = 400;

/** Changes for the relay. While a job works on them, the queue accepts no second job of that id. */
@Injectable()
export class DueChanges implements RelaySource {
  readonly name = 'changes of deadlines';
  private takenAt = 0;

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async take(): Promise<Waiting[]> {
    if (Date.now() - this.takenAt < EVERY_MS) return [];
    const [waiting] = await this.database.read((rows) =>
      rows.hot('SELECT 1 AS there FROM due_change WHERE not_before IS NULL OR not_before <= now() LIMIT 1'),
    );
    if (!waiting) return [];
    this.takenAt = Date.now();
    return [{ id: 'due-changes', job: planChanges, payload: {} }];
  }

  /** The rows themselves show what is left. */
  async stamp(): Promise<void> {}
  async forget(): Promise<void> {}
}
