import { spawn } from 'node:child_process';
import { auth, users } from '@crm/api-contract/access';
import { firstChecklist, setup, zone } from '@crm/api-contract/zone';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

const PASSWORD = 'kettle orbit mauve 41';
const ZONE = { name: '云屿高新技术产业开发区', nameEn: 'Yunyu High-tech Zone', shortName: '云屿高新区' };
const bodyWith = (token: string, username = 'luwen') => ({
  token,
  zone: ZONE,
  administrator: { username, name: '陆闻', password: PASSWORD },
});

describe('the first visit', () => {
  let product: Product;
  let stranger: Client;
  beforeAll(async () => {
    product = await startProduct({ demo: '0', worker: false });
    stranger = Client.stranger(product);
  });
  afterAll(() => product?.stop());

  /** A program of the product, at the server. The loop of this process goes on, so that open connections do too. */
  const run = (program: 'setup-link' | 'create-admin', args: string[] = [], input = '') =>
    new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve, reject) => {
      const env = {
        PATH: process.env.PATH,
        DATABASE_URL: product.databaseUrl,
        PUBLIC_URL: `${product.baseUrl}/`,
        AUDIT_KEY: process.env.TEST_AUDIT_KEY,
        LOG_LEVEL: 'silent',
      };
      const child = spawn(process.execPath, [`apps/api/dist/${program}.js`, ...args], { env });
      const said = { stdout: '', stderr: '' };
      for (const name of ['stdout', 'stderr'] as const)
        child[name].on('data', (part: Buffer) => (said[name] += part.toString('utf8')));
      child.once('error', reject);
      child.once('close', (status) => resolve({ status, ...said }));
      child.stdin.end(input);
    });
  const linkOf = (said: string) => /^(\S+)\/setup\?token=(\S+)$/m.exec(said);
  const printed = async () => linkOf((await run('setup-link')).stdout)?.[2] ?? '';
  const admin = (username: string) => Client.signedIn({ ...product, password: PASSWORD }, username);

  it('is open while nobody is administrator, and only by the printed link', async () => {
    expect(await stranger.call(setup.open)).toEqual({ open: true });
    expect(await stranger.call(zone.one)).toEqual({ zone: null });
    const link = linkOf((await run('setup-link')).stdout);
    expect(link?.[1]).toBe(product.baseUrl);
    const token = link?.[2] ?? '';
    const { expiresAt } = await stranger.call(setup.check, { token });
    expect((Date.parse(expiresAt) - Date.now()) / 3_600_000).toBeGreaterThan(23.9);
    for (const wrong of ['x'.repeat(43), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`])
      expect(await stranger.refused(setup.begin, bodyWith(wrong))).toMatchObject({ status: 403, code: 'setup.link' });
    // Nobody knows the secret from the database.
    const [row] = await product.database.query<{ text: string }>(
      'SELECT row_to_json(l)::text AS text FROM setup_link l',
    );
    expect(row?.text).not.toContain(token);
  });

  it('a newer link ends the older one, and one of yesterday is no more', async () => {
    const [older, newer] = [await printed(), await printed()];
    expect(await stranger.refused(setup.check, { token: older })).toMatchObject({ code: 'setup.link' });
    // Printed at the same moment: one link opens the door, not two.
    const twins = await Promise.all([printed(), printed()]);
    const good = await Promise.all(twins.map((token) => stranger.raw(setup.check, { token })));
    expect(good.map(({ status }) => status).sort()).toEqual([200, 403]);
    await product.database.query(
      `SELECT set_config('app.actor', 'system:test', false);
       UPDATE setup_link SET expires_at = now() - interval '1 second' WHERE used_at IS NULL`,
    );
    for (const token of [newer, ...twins])
      expect(await stranger.refused(setup.begin, bodyWith(token))).toMatchObject({ code: 'setup.link' });
  });

  it('refuses a weak password and an unfit name at their fields, and the link stays good', async () => {
    const token = await printed();
    const fit = bodyWith(token);
    const refused = (administrator: object) =>
      stranger.refused(setup.begin, { ...fit, administrator: { ...fit.administrator, ...administrator } });
    expect(await refused({ password: 'Yunyu-2026-zone' })).toMatchObject({
      status: 422,
      code: 'password.own-words',
      errors: [{ pointer: '/administrator/password' }],
    });
    expect(await refused({ username: 'lu wen' })).toMatchObject({
      code: 'username.format',
      errors: [{ pointer: '/administrator/username' }],
    });
    await stranger.call(setup.check, { token });
  });

  it('two at once: one wins; afterwards the door is shut for everybody', async () => {
    const token = await printed();
    const both = await Promise.all(
      ['luwen', 'another'].map((name) => stranger.raw(setup.begin, bodyWith(token, name))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const winner = (
      (await both.find(({ status }) => status === 201)!.json()) as { administrator: { username: string } }
    ).administrator.username;
    expect(await both.find(({ status }) => status === 409)!.json()).toMatchObject({ code: 'setup.done' });
    expect(await stranger.call(setup.open)).toEqual({ open: false });
    expect(await stranger.refused(setup.begin, bodyWith(token))).toMatchObject({ status: 409, code: 'setup.done' });
    expect(await stranger.refused(setup.check, { token })).toMatchObject({ status: 409, code: 'setup.done' });
    const said = await run('setup-link');
    expect([said.status, said.stdout]).toEqual([0, '']);
    expect((await stranger.call(zone.one)).zone).toMatchObject(ZONE);
    const client = await admin(winner);
    expect(await client.call(auth.me)).toMatchObject({ user: { role: 'admin' }, mustChangePassword: false });
    expect((await client.call(users.list)).data.map(({ username }) => username)).toEqual([winner]);
  });

  it('the checklist reads its states from the data, and takes a word for what no data tell', async () => {
    const [{ username } = { username: '' }] = await product.database.query<{ username: string }>(
      'SELECT username FROM app_user',
    );
    const client = await admin(username);
    const states = async () =>
      Object.fromEntries((await client.call(firstChecklist.one)).steps.map(({ step, state }) => [step, state]));
    expect(await states()).toMatchObject({ departments: 'open', people: 'open', ledger: 'open', backup: 'open' });
    await client.call(users.create, { username: 'second', name: '第二位', role: 'admin', dataScope: 'all' });
    await product.database.query(
      `SELECT set_config('app.actor', 'system:test', false);
       INSERT INTO department (id, name) VALUES (gen_random_uuid(), '招商局')`,
    );
    await client.call(firstChecklist.answer, { step: 'backup', answer: 'done' });
    await client.call(firstChecklist.answer, { step: 'standards', answer: 'later' });
    expect(await states()).toMatchObject({
      departments: 'done',
      people: 'under-way',
      standards: 'later',
      backup: 'done',
    });
    expect(await client.refused(firstChecklist.answer, { step: 'parks', answer: 'done' })).toMatchObject({
      status: 422,
      code: 'checklist.by-data',
    });
    expect((await client.call(firstChecklist.answer, { step: 'backup', answer: 'open' })).done).toBe(1);
    expect((await client.call(firstChecklist.putAway, { away: true })).away).toBe(true);
  });

  it('the name is changed with its version, and stands for everybody at once', async () => {
    const [{ username } = { username: '' }] = await product.database.query<{ username: string }>(
      "SELECT username FROM app_user WHERE username <> 'second'",
    );
    const client = await admin(username);
    const { version } = (await client.call(zone.one)).zone!;
    await client.call(zone.change, { shortName: '云屿' }, { version });
    expect(await client.refused(zone.change, { shortName: '晚了' }, { version })).toMatchObject({ status: 412 });
    expect((await stranger.call(zone.one)).zone?.shortName).toBe('云屿');
  });

  it('whoever stands at the server makes an administrator, by the same rules and told in the trail', async () => {
    const args = ['--username', 'rescuer', '--name', '救援'];
    const weak = await run('create-admin', args, 'short\n');
    expect([weak.status, weak.stderr]).toEqual([1, expect.stringContaining('至少 12 个字符')]);
    const own = await run('create-admin', args, `${ZONE.nameEn}\n`);
    expect([own.status, own.stderr]).toEqual([1, expect.stringContaining('园区的名称')]);
    const unfit = await run('create-admin', ['--username', 'r', '--name', '救援'], `${PASSWORD}\n`);
    expect([unfit.status, unfit.stdout]).toEqual([1, '']);
    expect((await run('create-admin', ['--username', 'rescuer'])).status).toBe(2);
    const made = await run('create-admin', args, `${PASSWORD}\n`);
    expect([made.status, made.stderr]).toEqual([0, '']);
    expect((await run('create-admin', args, `${PASSWORD}\n`)).status).toBe(1);
    expect((await (await admin('rescuer')).call(auth.me)).user.role).toBe('admin');
    const told = await product.database.query(
      "SELECT actor FROM audit_entry WHERE actor = 'system:create-admin' AND subject = 'app_user' AND action = 'insert'",
    );
    expect(told).toHaveLength(1);
  });
});
