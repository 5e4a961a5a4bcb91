import { Queue, Worker, createPostgresBackend, type Processor, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from '../log/index.js';

/** Where the queue is: on Redis, or without Redis in the same PostgreSQL (schema `queue`). */
export type QueueServer =
  { readonly kind: 'redis'; readonly url: string } | { readonly kind: 'postgres'; readonly url: string };

export const queueServerOf = (config: { redisUrl: string | undefined; databaseUrl: string }): QueueServer =>
  config.redisUrl ? { kind: 'redis', url: config.redisUrl } : { kind: 'postgres', url: config.databaseUrl };

export class UnfitQueueServerError extends Error {}

/** What the engine needs from the server of its queues. */
export interface QueueBackend {
  openQueue(name: string): Queue;
  openWorker(name: string, processor: Processor, options: Pick<WorkerOptions, 'concurrency'>): Worker;
  /** false: a request to it would only wait. */
  reachable(): boolean;
  /** Resolves when the server answers; rejects one that may lose jobs. */
  whenFit(): Promise<void>;
  /** false once after the server has lost everything (a flush, or a restart without persistence). */
  remembers(): Promise<boolean>;
  remember(): Promise<void>;
  close(): void;
}

export const openBackend = (server: QueueServer, log: Logger): QueueBackend =>
  server.kind === 'redis' ? redisBackend(server.url, log) : postgresBackend(server.url, log);

// A worker that is killed twice during a job must not fail the job for good (BullMQ's default allows one). Handlers are
// safe to repeat.
const workerSettings = { maxStalledCount: 1_000, stalledInterval: 5_000, lockDuration: 15_000 };

function heard<Opened extends { on(event: 'error', listener: (error: Error) => void): unknown; readonly name: string }>(
  opened: Opened,
  log: Logger,
): Opened {
  // Without a listener, a lost connection would end the process.
  opened.on('error', (error) => log.warn({ err: error, queue: opened.name }, 'queue connection trouble'));
  return opened;
}

function postgresBackend(url: string, log: Logger): QueueBackend {
  const connection = {
    connectionString: url,
    schema: 'queue',
    migrate: true,
    max: 3,
    connectionTimeoutMillis: 4_000,
    application_name: 'crm-queue',
  };
  return {
    openQueue: (name) => heard(new Queue(name, { connection }, createPostgresBackend) as unknown as Queue, log),
    openWorker: (name, processor, options) =>
      heard(
        new Worker(
          name,
          processor,
          { ...options, ...workerSettings, connection },
          createPostgresBackend,
        ) as unknown as Worker,
        log,
      ),
    reachable: () => true,
    whenFit: async () => undefined,
    remembers: async () => true,
    remember: async () => undefined,
    close: () => undefined,
  };
}

const MEMORY = 'crm:remembers';

function redisBackend(url: string, log: Logger): QueueBackend {
  // One connection for all queues and for the requests of workers; each worker opens a second one to wait on.
  const redis = new Redis({
    ...redisOptions(url),
    maxRetriesPerRequest: null,
    connectTimeout: 5_000,
    keepAlive: 10_000,
  });
  let said = '';
  redis.on('error', (error) => {
    if (said !== error.message) log.warn({ err: error }, 'Redis is out of reach; work waits in PostgreSQL');
    said = error.message;
  });
  redis.on('ready', () => (said = ''));
  return {
    openQueue: (name) => heard(new Queue(name, { connection: redis }), log),
    openWorker: (name, processor, options) =>
      heard(new Worker(name, processor, { ...options, ...workerSettings, connection: redis }), log),
    reachable: () => redis.status === 'ready',
    whenFit: async () => {
      if (redis.status !== 'ready') await new Promise<void>((resolve) => redis.once('ready', () => resolve()));
      await assertKeepsJobs(redis, log);
    },
    remembers: async () => (await redis.get(MEMORY)) !== null,
    remember: async () => void (await redis.set(MEMORY, new Date().toISOString())),
    close: () => redis.disconnect(),
  };
}

/** Refuses a Redis that may evict jobs when its memory is full: a reminder could be lost. */
async function assertKeepsJobs(redis: Redis, log: Logger): Promise<void> {
  let policy: string | undefined;
  try {
    [, policy] = (await redis.config('GET', 'maxmemory-policy')) as [string, string];
  } catch (error) {
    log.warn({ err: error }, 'Redis does not tell its maxmemory-policy; it must be noeviction');
    return;
  }
  if (policy !== 'noeviction')
    throw new UnfitQueueServerError(
      `Redis must run with maxmemory-policy noeviction, it has ${policy}: it would drop jobs when full.`,
    );
}

function redisOptions(url: string) {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    username: username ? decodeURIComponent(username) : undefined,
    password: password ? decodeURIComponent(password) : undefined,
    db: Number(pathname.slice(1) || 0),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
}
