import { randomUUID } from 'node:crypto';
import type { Job, Queue, Worker } from 'bullmq';
import { UnrecoverableError } from 'bullmq';
import { runInContext } from '../context/index.js';
import type { Logger } from '../log/index.js';
import { openBackend, type QueueBackend, type QueueServer } from './backend.js';
import { provenHandlers, type JobDeclaration, type JobHandler, type Lane } from './define-job.js';
import { within } from './within.js';

const LANES: Readonly<Record<Lane, { concurrency: number }>> = { quick: { concurrency: 8 }, heavy: { concurrency: 1 } };
const lanes = Object.keys(LANES) as Lane[];
/** A queue that does not take work within this time is out of reach: nothing waits for it. */
const PATIENCE_MS = 3_000;
const CLOSING_MS = 2_000;

/** What becomes of a request when its job has ended: done (no error), or closed because no repetition mends it. */
export type Settle = (requestId: string, error?: unknown) => Promise<void>;

export interface JobEngineSettings {
  readonly server: QueueServer;
  readonly zone: string;
  readonly jobs: readonly JobDeclaration[];
  readonly handlers: readonly JobHandler[];
  /** Errors that no repetition mends: the job is closed at once. */
  readonly isFinal: (error: unknown) => boolean;
  /** Errors of the surroundings (the database is away): they never close a job, however often they come. */
  readonly isPassing: (error: unknown) => boolean;
  readonly settle: Settle;
  readonly log: Logger;
}

export interface Enqueued {
  readonly id: string;
  readonly payload: object;
}

/**
 * Runs declared jobs. It holds nothing that matters: what must happen stands in PostgreSQL, and a relay puts it here
 * again
 * when the queue forgot it.
 */
export class JobEngine {
  private readonly handlers: ReadonlyMap<string, JobHandler>;
  private readonly backend: QueueBackend;
  private readonly queues = new Map<Lane, Queue>();
  private readonly workers: Worker[] = [];
  private started = false;

  constructor(private readonly settings: JobEngineSettings) {
    this.handlers = provenHandlers(settings.jobs, settings.handlers);
    this.backend = openBackend(settings.server, settings.log);
    for (const lane of lanes) this.queues.set(lane, this.backend.openQueue(`crm-${lane}`));
  }

  /**
   * Begins to work as soon as the server of the queues is there, however long that takes; refuses one that may lose
   * jobs.
   * What recurs is scheduled once, however many workers start; what is no longer declared is dropped.
   */
  async start(): Promise<void> {
    await this.backend.whenFit();
    for (const lane of lanes) await this.schedule(lane, true);
    for (const lane of lanes)
      this.workers.push(this.backend.openWorker(`crm-${lane}`, (job) => this.process(job), LANES[lane]));
    for (const worker of this.workers)
      worker.on('failed', (job, error) =>
        this.settings.log.error({ job: job?.name, id: job?.id, attempt: job?.attemptsMade, err: error }, 'job failed'),
      );
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    this.started = true;
  }

  /** False: what is to be enqueued had better wait in PostgreSQL. */
  get available(): boolean {
    return this.started && this.backend.reachable();
  }

  /** The lanes this process works on; none until it has begun. */
  get laneNames(): readonly string[] {
    return this.started ? this.workers.map((worker) => worker.name) : [];
  }

  /**
   * Puts work on its lane; the id makes a repetition harmless while the queue still knows the job. Rejects rather than
   * waits.
   */
  async enqueue(declaration: JobDeclaration, items: readonly Enqueued[]): Promise<void> {
    if (items.length === 0) return;
    const jobs = items.map(({ id, payload }) => ({
      name: declaration.name,
      data: payload,
      // A failed job is forgotten here: PostgreSQL says whether it comes again, and its id must be free then.
      opts: {
        jobId: id,
        attempts: declaration.attempts,
        backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
        removeOnComplete: true,
        removeOnFail: true,
      },
    }));
    await within(PATIENCE_MS, this.queue(declaration.lane).addBulk(jobs), 'the queue takes no work');
  }

  /** True once after the queue server has lost everything; what recurs has then been scheduled anew. */
  async hasForgotten(): Promise<boolean> {
    if (await within(PATIENCE_MS, this.backend.remembers(), 'the queue does not answer')) return false;
    await this.reschedule();
    return true;
  }

  /** What it had is known to be lost, and is on its way again. */
  async remember(): Promise<void> {
    await within(PATIENCE_MS, this.backend.remember(), 'the queue does not answer');
  }

  /** Schedules again whatever recurs and is no longer there. */
  async reschedule(): Promise<void> {
    for (const lane of lanes) await within(PATIENCE_MS, this.schedule(lane, false), 'the queue takes no schedule');
  }

  /** Takes nothing more, lets running jobs end (at most `graceMs`), then lets go of the connections. */
  async stop(graceMs = 20_000): Promise<void> {
    this.started = false;
    const quietly = (work: Promise<unknown>, ms: number) => within(ms, work, '').catch(() => undefined);
    await quietly(Promise.all(this.workers.map((worker) => worker.close())), graceMs);
    await quietly(Promise.all([...this.queues.values()].map((queue) => queue.close())), CLOSING_MS);
    this.backend.close();
  }

  private queue(lane: Lane): Queue {
    return this.queues.get(lane) as Queue;
  }

  private async schedule(lane: Lane, anew: boolean): Promise<void> {
    const queue = this.queue(lane);
    const wanted = this.settings.jobs.filter((job) => job.lane === lane && job.every);
    const there = new Set((await queue.getJobSchedulers(0, -1)).map((scheduler) => scheduler.key));
    for (const job of wanted) {
      if (!anew && there.has(job.name)) continue;
      const repeat =
        'cron' in job.every! ? { pattern: job.every.cron, tz: this.settings.zone } : { every: job.every!.ms };
      await queue.upsertJobScheduler(job.name, repeat, {
        name: job.name,
        data: {},
        opts: { attempts: job.attempts, removeOnComplete: true, removeOnFail: true },
      });
    }
    const names = new Set(wanted.map((job) => job.name));
    for (const key of there) if (!names.has(key)) await queue.removeJobScheduler(key);
  }

  private async process(job: Job): Promise<void> {
    const { requestId, ...data } = job.data as { requestId?: string };
    try {
      const handler = this.handlers.get(job.name);
      if (!handler) throw new UnrecoverableError(`no handler for ${job.name}`);
      const payload = handler.job.payload.safeParse(data);
      if (!payload.success) throw new UnrecoverableError(`malformed payload of ${job.name}`);
      await runInContext({ traceId: requestId ?? randomUUID() }, () => handler.handle(payload.data));
      if (requestId) await this.settings.settle(requestId);
    } catch (error) {
      const final = error instanceof UnrecoverableError || this.settings.isFinal(error);
      const last = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      // If this cannot be written either, the request stays open and the relay brings it back.
      if (requestId && (final || last) && !this.settings.isPassing(error))
        await this.settings
          .settle(requestId, error)
          .catch((trouble: unknown) => this.settings.log.warn({ err: trouble }, 'a failed job could not be closed'));
      if (final && !(error instanceof UnrecoverableError))
        throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
}
