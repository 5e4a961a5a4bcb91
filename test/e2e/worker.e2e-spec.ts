import { Client } from '../servers/client.js';
import { eventually } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { ownRedis } from '../servers/redis.js';

const ready = async (product: Product) => {
  const { token } = await Client.signedIn(product, 'admin');
  const response = await fetch(`${product.baseUrl}/health/ready`, { headers: { authorization: `Bearer ${token}` } });
  return (await response.json()) as { status: string; workers: number };
};
describe.each(['redis', 'postgres'] as const)('a worker on %s', (queue) => {
  let product: Product;
  beforeAll(async () => void (product = await startProduct({ queue })));
  afterAll(() => product?.stop());

  it('is seen by health, and no longer once it has stopped on being asked', async () => {
    expect(await ready(product)).toMatchObject({ status: 'ok', workers: 1 });
    await product.killWorker('SIGTERM');
    expect(product.logs()).toContain('"msg":"stopping"');
    expect(await ready(product)).toMatchObject({ status: 'degraded', workers: 0 });
    await product.startWorker();
    expect(await ready(product)).toMatchObject({ status: 'ok', workers: 1 });
  });
});

describe('a worker whose Redis is away', () => {
  it('starts all the same, works when it comes, and the API never waits for it', async () => {
    const redis = await ownRedis();
    await redis.stop();
    const product = await startProduct({ worker: false, env: { REDIS_URL: redis.url } });
    try {
      const started = product.startWorker();
      await eventually(async () => product.logs().includes('Redis is out of reach'));
      // Redis is still away: an API that waited for it would never answer here.
      expect(await ready(product)).toMatchObject({ status: 'degraded', workers: 0 });
      await redis.start();
      await started;
      expect(await ready(product)).toMatchObject({ status: 'ok', workers: 1 });
    } finally {
      await product.stop();
      await redis.stop();
    }
  });
});
