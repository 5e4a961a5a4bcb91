import { apiKeys } from '@crm/api-contract/access';
import { parks } from '@crm/api-contract/parks';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

const PER_MINUTE = 12;

describe('how often an API key may call', () => {
  let product: Product;
  let admin: Client;
  let stranger: Client;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false, env: { API_KEY_PER_MINUTE: String(PER_MINUTE) } });
    admin = await Client.signedIn(product, 'admin');
    stranger = Client.stranger(product);
  });
  afterAll(() => product?.stop());

  const made = (name: string) => admin.call(apiKeys.create, { name, role: 'officer', scope: 'read' });
  const asked = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

  it('is its own: beyond it 429 says when to come back, others go on, and after the minute so does it', async () => {
    const [busy, calm] = [await made('市统计局'), await made('市税务局')];
    const answers = await Promise.all(
      Array.from({ length: PER_MINUTE + 5 }, () =>
        stranger.raw(parks.list, undefined, asked(busy.key)).then(async (response) => {
          await response.body?.cancel();
          return response.status;
        }),
      ),
    );
    expect([
      answers.filter((status) => status === 200).length,
      answers.filter((status) => status === 429).length,
    ]).toEqual([PER_MINUTE, 5]);
    const refused = await stranger.refused(parks.list, undefined, asked(busy.key));
    expect(refused).toMatchObject({
      status: 429,
      code: 'rate.limited',
      facts: { retryAfterSeconds: expect.any(Number) as number },
    });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(60);
    for (let i = 0; i < PER_MINUTE; i++) await stranger.call(parks.list, undefined, asked(calm.key));
    for (let i = 0; i < PER_MINUTE + 5; i++) await admin.call(parks.list);
    // Told once for the minute, whatever was refused in it.
    expect(
      await product.database.query(
        `SELECT subject_id, after -> 'codes' AS codes, after -> 'perMinute' AS limit
         FROM audit_entry
         WHERE action = 'refused' AND subject = 'api_key'`,
      ),
    ).toEqual([{ subject_id: busy.id, codes: { 'rate.limited': 1 }, limit: PER_MINUTE }]);
    await product.database.query(
      `UPDATE api_key_use SET since = since - interval '1 minute' WHERE key_id = '${busy.id}'`,
    );
    await stranger.call(parks.list, undefined, asked(busy.key));
  });
});
