import { auth } from '@crm/api-contract/access';
import { nginxBefore, type Nginx } from '../servers/nginx.js';
import { startProduct, type Product } from '../servers/product.js';

const GATEWAY = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'crm.example.gov.cn' };

/** The product behind the nginx of docker/, which passes requests on as in production. */
describe.each([
  ['nginx alone', '1'],
  ['a TLS gateway and nginx', '2'],
])('behind %s', (_what, hops) => {
  let product: Product;
  let nginx: Nginx;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false, env: { TRUST_PROXY_HOPS: hops } });
    nginx = await nginxBefore(product.baseUrl);
  });
  afterAll(async () => {
    await nginx?.stop();
    await product?.stop();
  });

  const signIn = (username: string, password: string, headers: Record<string, string> = {}) =>
    fetch(`${nginx.baseUrl}/api/v1${auth.login.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ username, password }),
    });
  const addresses = async () =>
    (await product.database.query<{ address: string }>('SELECT DISTINCT address FROM session ORDER BY address')).map(
      ({ address }) => address,
    );

  if (hops === '1')
    it('the address is the one nginx saw, whatever the client says of itself', async () => {
      for (const claim of ['203.0.113.1', '203.0.113.2, 10.0.0.1'])
        expect((await signIn('officer', product.password, { 'x-forwarded-for': claim })).status).toBe(200);
      expect(await addresses()).toEqual(['127.0.0.1']);
      const cookie = (await signIn('officer', product.password)).headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/^crm_refresh=/);
      expect(cookie).not.toContain('Secure');
    });
  else {
    it('the address is the one the gateway saw, and nothing further left counts', async () => {
      for (const claim of ['1.1.1.1', '2.2.2.2, 3.3.3.3'])
        expect(
          (await signIn('officer', product.password, { ...GATEWAY, 'x-forwarded-for': `${claim}, 203.0.113.7` }))
            .status,
        ).toBe(200);
      expect(await addresses()).toEqual(['203.0.113.7']);
    });

    it('the cookie is __Host- and Secure, and works', async () => {
      const answer = await signIn('manager', product.password, { ...GATEWAY, 'x-forwarded-for': '203.0.113.8' });
      const cookie = answer.headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/^__Host-crm_refresh=[\w.-]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
      const refresh = (name: string) =>
        fetch(`${nginx.baseUrl}/api/v1${auth.refresh.path}`, {
          method: 'POST',
          headers: { ...GATEWAY, cookie: `${name}=${/=([^;]+)/.exec(cookie)?.[1]}` },
        });
      // Another site of the domain can plant a plain cookie; over TLS it must have no effect.
      expect((await refresh('crm_refresh')).status).toBe(401);
      expect((await refresh('__Host-crm_refresh')).status).toBe(200);
    });
  }

  it('guesses do not count for somebody else, however the header is turned', async () => {
    const turned = (n: number) => ({
      ...GATEWAY,
      'x-forwarded-for': hops === '1' ? `198.51.100.${n}` : `198.51.100.${n}, 203.0.113.66`,
    });
    const statuses: number[] = [];
    for (let n = 1; n <= 7; n++) statuses.push((await signIn('auditor', 'wrong', turned(n))).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    // A person at another address is not locked out by that.
    if (hops === '2')
      expect(
        (await signIn('auditor', product.password, { ...GATEWAY, 'x-forwarded-for': '203.0.113.99' })).status,
      ).toBe(200);
  });

  it('details of the inside stay inside', async () => {
    for (const path of ['/health/ready', '/metrics']) expect((await fetch(`${nginx.baseUrl}${path}`)).status).toBe(404);
  });
});
