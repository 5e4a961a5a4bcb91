import type { Logger } from '../log/index.js';
import type { JobDeclaration } from './define-job.js';
import type { JobEngine } from '../job-engine/index.js';

/** A row that waits to become a job. */
export interface Waiting {
  readonly id: string;
  readonly job: JobDeclaration;
  readonly payload: object;
}

/**
 * Work that waits in PostgreSQL. A short statement takes a row for a few seconds; no lock is held while the queue is
 * called. Then the row is enqueued and marked. After a crash in between, or if the queue loses it, the row comes again.
 */
export interface RelaySource {
  readonly name: string;
  /** At most some hundred rows that were never enqueued, or not for this long. Other relays skip them meanwhile. */
  take(againAfterSeconds: number): Promise<readonly Waiting[]>;
  stamp(ids: readonly string[]): Promise<void>;
  /** The queue has lost everything: all open rows count as never enqueued. */
  forget(): Promise<void>;
}

/** A taken row is left alone for this time; then it counts as lost. */
export const TAKEN_SECONDS = 5;
const AGAIN_AFTER_SECONDS = 30;
const RESCHEDULE_MS = 60_000;

/** Moves waiting rows to the queue twice a second and whenever it is notified. It survives failures of both servers. */
export class Relay {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private nudged = false;
  private stopped = false;
  private trouble = '';
  private rescheduledAt = Date.now();

  constructor(
    private readonly engine: JobEngine,
    private readonly sources: readonly RelaySource[],
    private readonly log: Logger,
    private readonly everyMs = 500,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.nudge(), this.everyMs);
  }

  /** Starts another round as soon as the current one is over. */
  nudge(): void {
    if (this.stopped) return;
    this.nudged = true;
    this.running ??= this.rounds().finally(() => (this.running = undefined));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** One round over all sources; returns the number of rows enqueued. */
  async round(): Promise<number> {
    if (!this.engine.available) return 0;
    const forgotten = await this.engine.hasForgotten();
    if (forgotten) {
      this.log.warn('the queue has lost what it held; it is filled again from the database');
      for (const source of this.sources) await source.forget();
      await this.engine.remember();
    }
    if (Date.now() - this.rescheduledAt > RESCHEDULE_MS) {
      this.rescheduledAt = Date.now();
      await this.engine.reschedule();
    }
    let carried = 0;
    for (const source of this.sources) carried += await this.carry(source);
    return carried;
  }

  private async carry(source: RelaySource): Promise<number> {
    const waiting = await source.take(AGAIN_AFTER_SECONDS);
    for (const job of new Set(waiting.map((row) => row.job)))
      await this.engine.enqueue(
        job,
        waiting.filter((row) => row.job === job),
      );
    if (waiting.length > 0) await source.stamp(waiting.map((row) => row.id));
    return waiting.length;
  }

  private async rounds(): Promise<void> {
    while (this.nudged && !this.stopped) {
      this.nudged = false;
      try {
        if ((await this.round()) > 0) this.nudged = true;
        if (this.trouble) this.log.info('the relay works again');
        this.trouble = '';
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (message !== this.trouble) this.log.warn({ err: error }, 'the relay is held up');
        this.trouble = message;
      }
    }
  }
}
