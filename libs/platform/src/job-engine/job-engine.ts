import { randomUUID } from 'node:crypto';
import type { Job, Queue, Worker } from 'bullmq';
import { UnrecoverableError } from 'bullmq';
import { runInContext } from '../context/index.js';
import type { Logger } from '../log/index.js';
import { openBackend, type QueueBackend, type QueueServer } from './backend.js';
import { provenHandlers, type JobDeclaration, type JobHandler, type Lane } from '../queue/index.js';
import { LANES, lanes } from './lanes.js';
import { within } from './within.js';

/** A queue that does not answer within this time counts as unreachable, and nothing waits for it. */
const PATIENCE_MS = 3_000;
const CLOSING_MS = 2_000;

/** Records the end of a requested job: done, or closed with an error that repeating cannot solve. */
export type Settle = (requestId: string, error?: unknown) => Promise<void>;

export interface JobEngineSettings {
  readonly server: QueueServer;
  readonly zone: string;
  readonly jobs: readonly JobDeclaration[];
  readonly handlers: readonly JobHandler[];
  /** Errors that repeating cannot solve: the job is closed at once. */
  readonly isFinal: (error: unknown) => boolean;
  /** Temporary errors (the database is unreachable): they never close a job, however often they occur. */
  readonly isPassing: (error: unknown) => boolean;
  readonly settle: Settle;
  readonly log: Logger;
}

export interface Enqueued {
  readonly id: string;
  readonly payload: object;
}

/** BullMQ's message for a job whose worker died several times. */
const STALLED = /stalled more than/;

/**
 * Runs declared jobs. It stores nothing that matters: the work to do is in PostgreSQL, and a relay enqueues it again if
 * the queue loses it.
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
   * Takes jobs as soon as the queue server is reachable, however long that takes; rejects one that may lose jobs.
   * Repeated jobs are scheduled once, however many workers start; schedules that are no longer declared are removed.
   */
  async start(): Promise<void> {
    await this.backend.whenFit();
    for (const lane of lanes) await this.schedule(lane, true);
    for (const lane of lanes)
      this.workers.push(this.backend.openWorker(`crm-${lane}`, (job) => this.process(job), LANES[lane]));
    for (const worker of this.workers)
      worker.on('failed', (job, error) => {
        this.settings.log.error({ job: job?.name, id: job?.id, attempt: job?.attemptsMade, err: error }, 'job failed');
        // A job that ends its process each time is failed by the queue itself, without a last attempt of ours.
        if (job && STALLED.test(error.message)) void this.close(job, error);
      });
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    this.started = true;
  }

  /** false: work should wait in PostgreSQL. */
  get available(): boolean {
    return this.started && this.backend.reachable();
  }

  /** The lanes of this process; empty until it has started. */
  get laneNames(): readonly string[] {
    return this.started ? this.workers.map((worker) => worker.name) : [];
  }

  /**
   * Enqueues jobs on their lane. While the queue knows a job, its id makes a repetition harmless. Rejects instead of
   * waiting.
   */
  async enqueue(declaration: JobDeclaration, items: readonly Enqueued[]): Promise<void> {
    if (items.length === 0) return;
    const jobs = items.map(({ id, payload }) => ({
      name: declaration.name,
      data: payload,
      // Failed jobs are removed here: PostgreSQL decides on repetitions, and the id must be free for them.
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

  /** true once after the queue server has lost everything; repeated jobs have then been scheduled again. */
  async hasForgotten(): Promise<boolean> {
    if (await within(PATIENCE_MS, this.backend.remembers(), 'the queue does not answer')) return false;
    await this.reschedule();
    return true;
  }

  /** The loss is known, and the lost work is being enqueued again. */
  async remember(): Promise<void> {
    await within(PATIENCE_MS, this.backend.remember(), 'the queue does not answer');
  }

  /** Schedules the repeated jobs that are missing. */
  async reschedule(): Promise<void> {
    for (const lane of lanes) await within(PATIENCE_MS, this.schedule(lane, false), 'the queue takes no schedule');
  }

  /** Takes nothing new, lets running jobs end (at most `graceMs`), then closes the connections. */
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
      // If this cannot be written either, the request stays open and the relay enqueues it again.
      if ((final || last) && !this.settings.isPassing(error)) await this.close(job, error);
      if (final && !(error instanceof UnrecoverableError))
        throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  /** Closes what was requested as failed. If this cannot be written either, the relay enqueues it again. */
  private async close(job: Job, error: unknown): Promise<void> {
    const { requestId, ...data } = job.data as { requestId?: string };
    if (!requestId) return;
    try {
      const handler = this.handlers.get(job.name);
      const payload = handler?.job.payload.safeParse(data);
      if (payload?.success) await handler?.gaveUp?.(payload.data, error);
      await this.settings.settle(requestId, error);
    } catch (trouble) {
      this.settings.log.warn({ err: trouble }, 'a failed job could not be closed');
    }
  }
}
