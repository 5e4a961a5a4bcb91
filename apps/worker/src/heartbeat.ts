import { hostname } from 'node:os';
import type { Database } from '@crm/platform/db';
import type { Logger } from '@crm/platform/log';

const EVERY_MS = 5_000;

/** A row that says this worker is alive and which lanes it serves. `/health/ready` counts these rows. */
export class Heartbeat {
  private readonly name = `${hostname()}:${process.pid}`;
  private readonly startedAt = new Date();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly lanes: () => readonly string[],
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => void this.beat(), EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.database
      .transaction('system:worker', (tx) => tx.run('DELETE FROM worker_heartbeat WHERE worker = $1', [this.name]))
      .catch(() => undefined);
  }

  async beat(): Promise<void> {
    const sql = `
      INSERT INTO worker_heartbeat (worker, lanes, started_at, seen_at)
      VALUES ($1, $2, $3, now())
      ON CONFLICT (worker)
      DO UPDATE SET lanes = excluded.lanes, started_at = excluded.started_at, seen_at = now()
    `;
    try {
      await this.database.transaction('system:worker', (tx) => tx.run(sql, [this.name, this.lanes(), this.startedAt]));
    } catch (error) {
      this.log.warn({ err: error }, 'no heartbeat: the database is out of reach');
    }
  }
}
