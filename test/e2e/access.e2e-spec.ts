import { auth, userChoices, users } from '@crm/api-contract/access';
import { parks } from '@crm/api-contract/parks';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

describe('signing in', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
  });
  afterAll(() => product?.stop());

  const refreshWith = (cookie: string) =>
    fetch(`${product.baseUrl}/api/v1/auth/refresh`, { method: 'POST', headers: { cookie } });
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

  it.each(['admin', 'manager', 'officer', 'officer2', 'secretary', 'secretary2', 'auditor'])(
    '%s learns who they are and what they may do',
    async (username) => {
      const me = await (await Client.signedIn(product, username)).call(auth.me);
      expect(me.user.username).toBe(username);
      expect(me.rules.length).toBeGreaterThan(0);
    },
  );

  it('a wrong password, an unknown name and a locked account answer alike, then the account is locked', async () => {
    const attempt = (username: string) => Client.stranger(product).refused(auth.login, { username, password: 'wrong' });
    const [wrong, unknown] = [await attempt('auditor'), await attempt('nobody-here')];
    expect([wrong.status, wrong.code, wrong.detail]).toEqual([unknown.status, unknown.code, unknown.detail]);
    for (let n = 0; n < 4; n++) await attempt('auditor');
    const locked = await Client.stranger(product).refused(auth.login, {
      username: 'auditor',
      password: product.password,
    });
    expect(locked).toMatchObject({ status: 429, code: 'rate.limited' });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('a cookie is traded once; an old one used later ends the session for both', async () => {
    const { cookie = '' } = await Client.signedIn(product, 'officer2');
    const first = await refreshWith(cookie);
    expect(first.status).toBe(200);
    const second = await refreshWith(cookie);
    expect(second.status).toBe(200);
    expect(cookieOf(second)).toBe('');
    await product.database.query("UPDATE session SET rotated_at = now() - interval '1 minute'");
    expect((await refreshWith(cookie)).status).toBe(401);
    expect((await refreshWith(cookieOf(first))).status).toBe(401);
  });

  it('after signing out the token is refused within a second', async () => {
    const client = await Client.signedIn(product, 'secretary2');
    await fetch(`${product.baseUrl}/api/v1/auth/logout`, { method: 'POST', headers: { cookie: client.cookie ?? '' } });
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await client.refused(auth.me)).toMatchObject({ status: 401, code: 'access.sign-in' });
  });

  it('a disabled person is out on the next request', async () => {
    const client = await Client.signedIn(product, 'secretary');
    await product.database.query(
      `SELECT set_config('app.actor', 'system:test', false); UPDATE app_user SET disabled_at = now(), version = version + 1 WHERE username = 'secretary'`,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await client.refused(auth.me)).toMatchObject({ status: 401 });
  });

  it.each([
    [
      'alg none',
      `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${Buffer.from('{"sid":"x","aud":"crm"}').toString('base64url')}.x`,
    ],
    [
      'another secret',
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzaWQiOiJ4IiwiYXVkIjoiY3JtIn0.qhXwYXdcMUJvL3TqQJjvHhqGvVvYbOQyA_p8J3o8CkE',
    ],
    ['no token at all', 'nonsense'],
  ])('%s is nobody', async (_case, token) => {
    const response = await Client.stranger(product).raw(parks.list, undefined, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(401);
  });

  it('a page of another site can change nothing', async () => {
    const response = await fetch(`${product.baseUrl}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: '{}',
    });
    expect(response.status).toBe(403);
  });

  it('accounts and roles are for an administrator; others choose a name', async () => {
    const manager = await Client.signedIn(product, 'manager');
    expect(await manager.refused(users.list)).toMatchObject({ status: 403 });
    const named = async (task: 'leads' | 'enterprises') =>
      (await manager.call(userChoices.list, undefined, { query: { perPage: 200, filter: { task } } })).data;
    const [owners, secretaries] = [await named('leads'), await named('enterprises')];
    expect(Object.keys(owners[0] ?? {}).sort()).toEqual(['departmentName', 'id', 'name']);
    expect(owners.map(({ name }) => name)).toEqual(expect.arrayContaining(['符晓', '吴启明', '周岚']));
    expect(owners.map(({ name }) => name)).not.toContain('系统管理员');
    // 林书航 was disabled above: not offered, but still named where a record shows the person.
    expect(secretaries.map(({ name }) => name)).toEqual(['王海燕']);
    const [{ id } = { id: '' }] = await product.database.query<{ id: string }>(
      "SELECT id FROM app_user WHERE username = 'secretary'",
    );
    expect((await manager.call(userChoices.list, undefined, { query: { ids: id } })).data).toMatchObject([
      { name: '林书航' },
    ]);
  });

  it('refuses in the language that was asked for', async () => {
    const english = await Client.stranger(product).refused(users.list, undefined, {
      headers: { 'accept-language': 'en-GB' },
    });
    expect(english.detail).toBe('Please sign in first.');
    expect((await Client.stranger(product).refused(users.list)).detail).toBe('请先登录。');
  });

  it('passwords are kept as argon2id with a salt of their own', async () => {
    const rows = await product.database.query<{ password_hash: string }>('SELECT password_hash FROM app_user');
    for (const { password_hash } of rows) expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
