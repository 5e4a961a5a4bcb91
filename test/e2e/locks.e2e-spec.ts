import { auth, users } from '@crm/api-contract/access';
import { Client } from '../servers/client.js';
import { FULL_DOSE } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';

const ROUNDS = FULL_DOSE ? 12 : 2;

/** The client address is the one in X-Forwarded-For: one trusted hop. */
describe('wrong passwords', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false, env: { TRUST_PROXY_HOPS: '1' } });
  });
  afterAll(() => product?.stop());

  let address = 0;
  const elsewhere = () => `198.51.${100 + Math.floor(++address / 250)}.${address % 250}`;
  const signIn = async (username: string, password: string, from: string) => {
    const response = await Client.stranger(product).raw(
      auth.login,
      { username, password },
      { headers: { 'x-forwarded-for': from } },
    );
    await response.body?.cancel();
    return response.status;
  };
  const count = (statuses: readonly number[], status: number) => statuses.filter((one) => one === status).length;

  it(`of forty at once exactly five are judged, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const from = elsewhere();
      const statuses = await Promise.all(Array.from({ length: 40 }, (_, n) => signIn('auditor', `wrong ${n}`, from)));
      expect([count(statuses, 401), count(statuses, 429)]).toEqual([5, 35]);
      expect(await signIn('auditor', product.password, from)).toBe(429);
      expect(await signIn('manager', product.password, from)).toBe(200);
    }
    expect(await signIn('auditor', product.password, elsewhere())).toBe(200);
  });

  it('forty right ones at once are forty sessions', async () => {
    const from = elsewhere();
    const statuses = await Promise.all(Array.from({ length: 40 }, () => signIn('secretary', product.password, from)));
    expect(count(statuses, 200)).toBe(40);
  });

  it('fifty for any account lock the address, and a right one in between does not help', async () => {
    const from = elsewhere();
    const statuses: number[] = [];
    for (let n = 0; n < 50; n++) {
      statuses.push(await signIn(`nobody-${n}`, 'wrong', from));
      if (n % 10 === 9 && n < 49) expect(await signIn('officer', product.password, from)).toBe(200);
    }
    expect(count(statuses, 401)).toBe(50);
    expect(await signIn('officer', product.password, from)).toBe(429);
    expect(await signIn('officer', product.password, elsewhere())).toBe(200);
  });

  it('from many addresses slow the account and never lock its owner out', async () => {
    const guesses = await Promise.all(Array.from({ length: 30 }, () => signIn('officer2', 'wrong', elsewhere())));
    expect(count(guesses, 401)).toBe(30);
    const from = Date.now();
    expect(await signIn('officer2', product.password, elsewhere())).toBe(200);
    // The product itself slows this down; the duration proves nothing.
    expect(Date.now() - from).toBeGreaterThan(3_500);
  });

  it('are forgotten when the lock is over, or an administrator unlocks', async () => {
    const [here, there] = [elsewhere(), elsewhere()];
    for (const from of [here, there]) for (let n = 0; n < 5; n++) await signIn('director', 'wrong', from);
    expect([
      await signIn('director', product.password, here),
      await signIn('director', product.password, there),
    ]).toEqual([429, 429]);
    await product.database.query(
      `UPDATE login_failure SET locked_until = now() - interval '1 second' WHERE subject = 'pair:director|${here}'`,
    );
    expect(await signIn('director', 'wrong', here)).toBe(401);
    expect(await signIn('director', product.password, here)).toBe(200);

    const admin = await Client.signedIn(product, 'admin');
    const [locked] = (await admin.call(users.list, undefined, { query: { filter: { q: 'director' } } })).data;
    expect(locked?.lockedUntil).toEqual(expect.any(String));
    const manager = await Client.signedIn(product, 'manager');
    expect(await manager.refused(users.unlock, undefined, { params: { id: locked!.id } })).toMatchObject({
      status: 403,
    });
    expect(await admin.call(users.unlock, undefined, { params: { id: locked!.id } })).toMatchObject({
      lockedUntil: null,
    });
    expect(await signIn('director', product.password, there)).toBe(200);
  });
});
