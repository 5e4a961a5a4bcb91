import { Queue, Worker } from 'bullmq';
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { Logger } from '../log/index.js';
import type { QueueBackend, QueueServer } from './backend.js';
import { heard, workerSettings } from './heard.js';
import { lanes } from './lanes.js';

export class UnfitQueueServerError extends Error {}

type RedisServer = Extract<QueueServer, { kind: 'redis' }>;

/**
 * The keys of a lane share a hash tag, so a cluster keeps them on one node (BullMQ changes several keys in one script).
 * Queues are named `crm-<lane>`.
 */
const prefixOf = (queue: string): string => `{${queue}}`;

/** The marker that is gone when its lane has lost everything. It lives on the node of the lane. */
const markers = lanes.map((lane) => `${prefixOf(`crm-${lane}`)}:remembers`);

export function redisBackend(server: RedisServer, log: Logger): QueueBackend {
  // One connection for all queues and for the requests of workers; each worker opens a second one to wait on.
  const redis = connect(server);
  let said = '';
  redis.on('error', (error: Error) => {
    if (said !== error.message) log.warn({ err: error }, 'Redis is out of reach; work waits in PostgreSQL');
    said = error.message;
  });
  redis.on('ready', () => (said = ''));
  return {
    openQueue: (name) => heard(new Queue(name, { connection: redis, prefix: prefixOf(name) }), log),
    openWorker: (name, processor, options) =>
      heard(
        new Worker(name, processor, { ...options, ...workerSettings, connection: redis, prefix: prefixOf(name) }),
        log,
      ),
    reachable: () => redis.status === 'ready',
    whenFit: async () => {
      if (redis.status !== 'ready') await new Promise<void>((resolve) => redis.once('ready', () => resolve()));
      const nodes = redis instanceof Cluster ? redis.nodes('master') : [redis];
      for (const node of nodes) await assertKeepsJobs(node, log);
    },
    remembers: async () => (await Promise.all(markers.map((marker) => redis.get(marker)))).every((at) => at !== null),
    remember: async () =>
      void (await Promise.all(markers.map((marker) => redis.set(marker, new Date().toISOString())))),
    close: () => redis.disconnect(),
  };
}

function connect({ url, topology = { kind: 'single' } }: RedisServer): Redis | Cluster {
  const { host, port, ...login } = addressIn(url);
  const options: RedisOptions = { ...login, maxRetriesPerRequest: null, connectTimeout: 5_000, keepAlive: 10_000 };
  if (topology.kind === 'cluster') {
    const { db: _, ...redisOptions } = options;
    return new Cluster([{ host, port }], { redisOptions, clusterRetryStrategy: patience });
  }
  if (topology.kind === 'sentinel') {
    const { sentinels, name, password: sentinelPassword } = topology;
    return new Redis({
      ...options,
      sentinels: [...sentinels],
      name,
      sentinelPassword,
      sentinelRetryStrategy: patience,
      ...(login.tls ? { enableTLSForSentinelMode: true, sentinelTLS: login.tls } : {}),
    });
  }
  return new Redis({ ...options, host, port });
}

/** Never gives up: work waits in PostgreSQL meanwhile. */
const patience = (times: number): number => Math.min(100 + times * 200, 2_000);

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

function addressIn(url: string) {
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
