import { Queue, Worker, createPostgresBackend, type Processor, type WorkerOptions } from 'bullmq';
import type { Config, RedisTopology } from '../config/index.js';
import type { Logger } from '../log/index.js';
import { heard, workerSettings } from './heard.js';
import { redisBackend } from './redis-backend.js';

/** Where the queue is: on Redis, or without Redis in the same PostgreSQL (schema `queue`). */
export type QueueServer =
  | { readonly kind: 'redis'; readonly url: string; readonly topology?: RedisTopology }
  | { readonly kind: 'postgres'; readonly url: string };

export const queueServerOf = (
  config: Pick<Config, 'redisUrl' | 'redisTopology' | 'databaseUrl' | 'databaseDirectUrl'>,
): QueueServer =>
  config.redisUrl
    ? { kind: 'redis', url: config.redisUrl, topology: config.redisTopology }
    : // The queue listens and keeps prepared statements, which a pooler in transaction mode allows neither.
      { kind: 'postgres', url: config.databaseDirectUrl ?? config.databaseUrl };

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
  server.kind === 'redis' ? redisBackend(server, log) : postgresBackend(server.url, log);

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
