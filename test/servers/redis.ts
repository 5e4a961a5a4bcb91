import { Redis } from 'ioredis';

/** An empty Redis database of the shared server. Its number comes from a counter in database 0, so that parallel specs never share one. */
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
