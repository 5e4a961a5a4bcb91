import { randomUUID } from 'node:crypto';
import type { Job, Queue, Worker } from 'bullmq';
import { UnrecoverableError } from 'bullmq';
import { runInContext } from '../context/index.js';
import type { Logger } from '../log/index.js';
import { openQueue, openWorker, type QueueServer } from './backend.js';
import { provenHandlers, type JobDeclaration, type JobHandler, type Lane } from './define-job.js';

const LANES: Readonly<Record<Lane, { concurrency: number }>> = { quick: { concurrency: 8 }, heavy: { concurrency: 1 } };

export interface JobEngineSettings {
  readonly server: QueueServer;
  readonly zone: string;
  readonly jobs: readonly JobDeclaration[];
  readonly handlers: readonly JobHandler[];
  /** Errors that no repetition mends: the job is closed at once. */
  readonly isFinal: (error: unknown) => boolean;
  readonly log: Logger;
}

export interface Enqueued {
  readonly id: string;
  readonly payload: object;
}

/**
 * Runs declared jobs. It holds nothing that matters: what must happen stands in PostgreSQL, and a relay puts it here again
 * when the queue forgot it.
 */
export class JobEngine {
  private readonly handlers: ReadonlyMap<string, JobHandler>;
  private readonly queues = new Map<Lane, Queue>();
  private readonly workers: Worker[] = [];

  constructor(private readonly settings: JobEngineSettings) {
    this.handlers = provenHandlers(settings.jobs, settings.handlers);
    for (const lane of lanes) this.queues.set(lane, openQueue(`crm-${lane}`, settings.server, settings.log));
  }

  /** Schedules what recurs (once, however many workers start), drops what is no longer declared, and begins to work. */
  async start(): Promise<void> {
    for (const lane of lanes) await this.schedule(lane);
    for (const lane of lanes) this.workers.push(openWorker(`crm-${lane}`, this.settings.server, (job) => this.process(job), LANES[lane], this.settings.log));
    for (const worker of this.workers) worker.on('failed', (job, error) => this.settings.log.error({ job: job?.name, id: job?.id, attempt: job?.attemptsMade, err: error }, 'job failed'));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /** Puts work on its lane; the id makes a repetition harmless while the queue still knows the job. */
  async enqueue(declaration: JobDeclaration, items: readonly Enqueued[]): Promise<void> {
    if (items.length === 0) return;
    await this.queue(declaration.lane).addBulk(
      items.map(({ id, payload }) => ({
        name: declaration.name,
        data: payload,
        opts: { jobId: id, attempts: declaration.attempts, backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 }, removeOnComplete: true, removeOnFail: { age: 7 * 86_400 } },
      })),
    );
  }

  /** Lets running jobs end (at most `graceMs`), then lets go of the connections. */
  async stop(graceMs = 20_000): Promise<void> {
    const ended = Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
    await Promise.all([...this.queues.values()].map((queue) => queue.close().catch(() => undefined)));
  }

  get laneNames(): readonly string[] {
    return this.workers.map((worker) => worker.name);
  }

  private queue(lane: Lane): Queue {
    return this.queues.get(lane) as Queue;
  }

  private async schedule(lane: Lane): Promise<void> {
    const queue = this.queue(lane);
    const wanted = this.settings.jobs.filter((job) => job.lane === lane && job.every);
    for (const job of wanted) {
      const repeat = 'cron' in job.every! ? { pattern: job.every.cron, tz: this.settings.zone } : { every: job.every!.ms };
      await queue.upsertJobScheduler(job.name, repeat, { name: job.name, data: {}, opts: { attempts: job.attempts, removeOnComplete: true, removeOnFail: { age: 7 * 86_400 } } });
    }
    const names = new Set(wanted.map((job) => job.name));
    for (const scheduler of await queue.getJobSchedulers(0, -1)) if (!names.has(scheduler.key)) await queue.removeJobScheduler(scheduler.key);
  }

  private async process(job: Job): Promise<void> {
    const handler = this.handlers.get(job.name);
    if (!handler) throw new UnrecoverableError(`no handler for ${job.name}`);
    const payload = handler.job.payload.safeParse(job.data);
    if (!payload.success) throw new UnrecoverableError(`malformed payload of ${job.name}`);
    try {
      await runInContext({ traceId: randomUUID() }, () => handler.handle(payload.data));
    } catch (error) {
      if (this.settings.isFinal(error)) throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
}

const lanes: readonly Lane[] = ['quick', 'heavy'];
