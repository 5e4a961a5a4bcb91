import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';
import { freePort } from './product-process.js';

/**
 * An empty Redis database on the shared server. Its number comes from a counter in database 0, so parallel specs never
 * share one.
 */
export async function freshRedis(): Promise<string> {
  const server = process.env.TEST_REDIS_URL;
  if (!server) throw new Error('TEST_REDIS_URL is not set: this ring needs globalSetup test/servers/start.mjs');
  const client = new Redis(server, { maxRetriesPerRequest: 1, lazyConnect: true });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const number = 1 + ((await client.incr('databases-given')) % 500);
    await client.select(number);
    await client.flushdb();
    return `${server}/${number}`;
  } finally {
    client.disconnect();
  }
}

/**
 * Ends the leases of a dead worker's jobs at once; by themselves they end fifteen seconds after its last sign of life.
 * The next worker still has to find the jobs by its own look for stalled ones.
 */
export async function endLeases(url: string): Promise<void> {
  const client = new Redis(url, { maxRetriesPerRequest: 1 });
  client.on('error', () => undefined);
  try {
    const leases = await client.keys('*:lock');
    if (leases.length > 0) await client.del(leases);
  } finally {
    client.disconnect();
  }
}

export interface OwnRedis {
  readonly url: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Restarts it on the same port, empty. */
  start(): Promise<void>;
}

/** A Redis server of its own for what would disturb others: stopping it, emptying it, or giving it an unfit policy. */
export async function ownRedis({ policy = 'noeviction' }: { policy?: string } = {}): Promise<OwnRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(
      'redis-server',
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--maxmemory-policy',
        policy,
        '--logfile',
        '/dev/null',
      ],
      { stdio: 'ignore', cwd: tmpdir() },
    );
    const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
    client.on('error', () => undefined);
    await client.ping();
    client.disconnect();
  };
  const stop = async (signal: NodeJS.Signals = 'SIGKILL') => {
    const ended = child && new Promise((resolve) => child?.once('exit', resolve));
    child?.kill(signal);
    await ended;
    child = undefined;
  };
  await start();
  return { url, start, stop };
}
