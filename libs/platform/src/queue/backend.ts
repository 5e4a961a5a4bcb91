import { Queue, Worker, createPostgresBackend, type Processor, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from '../log/index.js';

/** Where the queue lives: on Redis, or, on a machine without one, in the same PostgreSQL (its own schema `queue`). */
export type QueueServer = { readonly kind: 'redis'; readonly url: string } | { readonly kind: 'postgres'; readonly url: string };

export const queueServerOf = (config: { redisUrl: string | undefined; databaseUrl: string }): QueueServer =>
  config.redisUrl ? { kind: 'redis', url: config.redisUrl } : { kind: 'postgres', url: config.databaseUrl };

export class UnfitQueueServerError extends Error {}

const postgres = (url: string) => ({ connectionString: url, schema: 'queue', migrate: true, max: 5 });

export function openQueue(name: string, server: QueueServer, log: Logger): Queue {
  const queue =
    server.kind === 'redis'
      ? new Queue(name, { connection: redisOptions(server.url), skipVersionCheck: true })
      : (new Queue(name, { connection: postgres(server.url) }, createPostgresBackend) as unknown as Queue);
  queue.on('error', (error) => log.warn({ err: error, queue: name }, 'queue connection trouble'));
  return queue;
}

export function openWorker(name: string, server: QueueServer, processor: Processor, options: Pick<WorkerOptions, 'concurrency'>, log: Logger): Worker {
  // A worker killed twice in the middle of a job must not fail that job for ever (stack trap): the handlers are safe to repeat.
  const settings = { ...options, maxStalledCount: 1_000, stalledInterval: 5_000, lockDuration: 15_000 };
  const worker =
    server.kind === 'redis'
      ? new Worker(name, processor, { ...settings, connection: { ...redisOptions(server.url), maxRetriesPerRequest: null } })
      : (new Worker(name, processor, { ...settings, connection: postgres(server.url) }, createPostgresBackend) as unknown as Worker);
  worker.on('error', (error) => log.warn({ err: error, queue: name }, 'worker connection trouble'));
  return worker;
}

function redisOptions(url: string) {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    username: username || undefined,
    password: password ? decodeURIComponent(password) : undefined,
    db: Number(pathname.slice(1) || 0),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
}

/** Refuses a Redis that may throw jobs away when it is full (reliability F09). */
export async function assertFitQueueServer(server: QueueServer): Promise<void> {
  if (server.kind !== 'redis') return;
  const redis = new Redis({ ...redisOptions(server.url), lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const [, policy] = (await redis.config('GET', 'maxmemory-policy')) as [string, string];
    if (policy !== 'noeviction') throw new UnfitQueueServerError(`Redis must run with maxmemory-policy noeviction, it has ${policy}: it would drop jobs when full.`);
  } finally {
    redis.disconnect();
  }
}

