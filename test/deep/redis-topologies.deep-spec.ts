import { eventually } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { RedisServers } from '../servers/redis-topologies.js';

// The queue on more than one Redis: jobs asked for in PostgreSQL are done, whichever node keeps their lane.

const tick = (product: Product) =>
  product.database.query<{ id: string }>(
    `INSERT INTO job_request (id, job, payload) VALUES (gen_random_uuid(), 'upkeep.sweep', '{}') RETURNING id`,
  );

async function doesAJob(product: Product, when: string): Promise<void> {
  const [row] = await tick(product);
  await eventually(
    async () =>
      (
        await product.database.query(
          'SELECT 1 FROM job_request WHERE id = $1 AND done_at IS NOT NULL AND error IS NULL',
          [row?.id],
        )
      ).length > 0,
    `a job done ${when}`,
  );
}

describe('a worker on', () => {
  let servers: RedisServers;
  let product: Product | undefined;
  beforeEach(() => (servers = new RedisServers()));
  afterEach(async () => {
    await product?.stop();
    await servers.stop();
  });

  it('a Redis cluster keeps each lane on one node', async () => {
    const port = await servers.cluster();
    product = await startProduct({ env: { REDIS_URL: `redis://127.0.0.1:${port}`, REDIS_CLUSTER: '1' } });
    await doesAJob(product, 'on the cluster');
  });

  it('Redis with sentinels goes on after the master has died', async () => {
    const policy = 'maxmemory-policy noeviction';
    const master = await servers.start(policy);
    await servers.start(`${policy}\nreplicaof 127.0.0.1 ${master.port}`);
    const sentinel = await servers.start(
      `sentinel monitor zone 127.0.0.1 ${master.port} 1\nsentinel down-after-milliseconds zone 1000\nsentinel failover-timeout zone 5000`,
      { sentinel: true },
    );
    product = await startProduct({
      env: {
        REDIS_URL: `redis://127.0.0.1:${master.port}`,
        REDIS_SENTINELS: `127.0.0.1:${sentinel.port}`,
        REDIS_SENTINEL_NAME: 'zone',
      },
    });
    await doesAJob(product, 'on the first master');
    await eventually(
      async () =>
        ((await servers.asked(sentinel.port, (redis) => redis.call('SENTINEL', 'REPLICAS', 'zone'))) as unknown[])
          .length === 1,
      'the sentinel to know the replica',
    );
    master.child.kill('SIGKILL');
    await doesAJob(product, 'on the promoted replica');
  });
});
