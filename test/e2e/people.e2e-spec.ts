import { auth, departments, userChoices, userSessions, users } from '@crm/api-contract/access';
import { leads } from '@crm/api-contract/leads';
import { leaving } from '@crm/api-contract/leaving';
import type { BodyOf } from '@crm/api-contract/wire';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

const OWN = 'kettle orbit mauve 41';

/** A checked session is cached for one second. */
const believed = () => new Promise((resolve) => setTimeout(resolve, 1_050));

describe('people and departments', () => {
  let product: Product;
  let admin: Client;
  let n = 0;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    admin = await Client.signedIn(product, 'admin');
  });
  afterAll(() => product?.stop());

  const as = (username: string, password: string) => Client.signedIn({ ...product, password }, username);
  const person = (more: Partial<BodyOf<typeof users.create>> = {}) =>
    admin.call(users.create, {
      username: `person.${++n}`,
      name: `新人${n}`,
      role: 'officer',
      dataScope: 'self',
      ...more,
    });
  const department = (name: string, parentId: string | null = null) =>
    admin.call(departments.create, { name, parentId });
  const sql = (statement: string, values: unknown[] = []) =>
    product.database.query(statement, values).then(() => undefined);
  const login = (username: string, password: string) =>
    Client.stranger(product).refused(auth.login, { username, password });

  it('a new person signs in with the starting secret, may only set a password, and then works', async () => {
    const made = await person({ email: 'a@zone.example', phone: '138 0000 0107' });
    expect(made).toMatchObject({ lastSignInAt: null, email: 'a@zone.example', createdBy: '系统管理员' });
    expect(made.initialPassword).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    const hours = (Date.parse(made.startingUntil!) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    const first = await Client.stranger(product).call(auth.login, {
      username: made.username.toUpperCase(),
      password: made.initialPassword,
    });
    expect(first.mustChangePassword).toBe(true);
    const client = await as(made.username, made.initialPassword);
    expect(await client.call(auth.me)).toMatchObject({ mustChangePassword: true, rules: [] });
    for (const route of [leads.list, departments.list, userSessions.list])
      expect(await client.refused(route, undefined, { params: { id: made.id } })).toMatchObject({
        status: 403,
        code: 'access.password-first',
      });
    const elsewhere = await as(made.username, made.initialPassword);
    await client.call(auth.password, { current: made.initialPassword, new: OWN });
    expect((await client.call(auth.me)).mustChangePassword).toBe(false);
    expect((await client.call(leads.list)).total).toBe(0);
    await believed();
    expect(await elsewhere.refused(auth.me)).toMatchObject({ status: 401 });
    expect(await login(made.username, made.initialPassword)).toMatchObject({ code: 'login.failed' });
    expect(await (await as(made.username, OWN)).call(auth.me)).toMatchObject({ mustChangePassword: false });
    const after = await admin.call(users.one, undefined, { params: { id: made.id } });
    expect(after).toMatchObject({ startingUntil: null });
    expect(after.lastSignInAt).not.toBeNull();
  });

  it('a starting secret is shown once, and after 24 hours it opens nothing', async () => {
    const key = { headers: { 'idempotency-key': 'one-person' } };
    const body = { username: 'once', name: '只此一次', role: 'officer', dataScope: 'self' } as const;
    const { id, initialPassword } = await admin.call(users.create, body, key);
    expect(await admin.refused(users.create, body, key)).toMatchObject({ status: 409, code: 'idempotency.spent' });
    expect(await admin.call(users.one, undefined, { params: { id } })).not.toHaveProperty('initialPassword');
    const told = await product.database.query<{ text: string }>(
      'SELECT (before::text || after::text) AS text FROM audit_entry WHERE subject_id = $1',
      [id],
    );
    expect(told.filter(({ text }) => text?.includes(initialPassword))).toEqual([]);
    await sql(
      `SELECT set_config('app.actor', 'system:test', false);
       UPDATE app_user SET starting_until = now() - interval '1 minute', version = version + 1 WHERE username = 'once'`,
    );
    expect(await login('once', initialPassword)).toMatchObject({ status: 401, code: 'login.secret-expired' });
    expect(await login('once', 'guessed')).toMatchObject({ code: 'login.failed' });
  });

  it.each([
    ['short', 'password.short'],
    ['Password2026!!', 'password.common'],
    ['1234567890qwertyuiop', 'password.common'],
    ['well known fuxiao 7', 'password.own-words'],
    ['我叫符晓在招商局上班了', 'password.short'],
    ['我叫符晓在招商局上班三年了', 'password.own-words'],
  ])('the password %s is refused at its field: %s', async (password, code) => {
    const client = await Client.signedIn(product, 'officer');
    const problem = await client.refused(auth.password, { current: product.password, new: password });
    expect(problem).toMatchObject({ status: 422, code, errors: [{ pointer: '/new' }] });
  });

  it('the current password is asked for, and guesses at it are counted', async () => {
    const client = await Client.signedIn(product, 'auditor');
    const wrong = () => client.refused(auth.password, { current: 'not it', new: OWN });
    expect(await wrong()).toMatchObject({ status: 422, code: 'password.current', errors: [{ pointer: '/current' }] });
    expect(await client.refused(auth.password, { current: product.password, new: product.password })).toMatchObject({
      code: 'password.same',
    });
    for (let guess = 0; guess < 5; guess++) await wrong();
    expect(await wrong()).toMatchObject({ status: 429, code: 'rate.limited' });
  });

  it('an administrator resets a password: the old one and its sessions are worth nothing', async () => {
    const made = await person();
    const client = await as(made.username, made.initialPassword);
    await client.call(auth.password, { current: made.initialPassword, new: OWN });
    const { initialPassword } = await admin.call(users.resetPassword, undefined, { params: { id: made.id } });
    await believed();
    expect(await client.refused(auth.me)).toMatchObject({ status: 401 });
    expect(await login(made.username, OWN)).toMatchObject({ code: 'login.failed' });
    expect(await (await as(made.username, initialPassword)).call(auth.me)).toMatchObject({ mustChangePassword: true });
    const { user } = await admin.call(auth.me);
    expect(await admin.refused(users.resetPassword, undefined, { params: { id: user.id } })).toMatchObject({
      status: 409,
      code: 'user.self',
    });
  });

  it('a change of role or scope counts from the next request, guarded by the version', async () => {
    const made = await person();
    const asked = { params: { id: made.id } };
    const client = await as(made.username, made.initialPassword);
    await client.call(auth.password, { current: made.initialPassword, new: OWN });
    const { version } = await admin.call(users.one, undefined, asked);
    expect(await admin.refused(users.update, { role: 'manager' }, asked)).toMatchObject({ status: 428 });
    const changed = await admin.call(users.update, { role: 'manager', dataScope: 'all' }, { ...asked, version });
    expect(await admin.refused(users.update, { name: '晚了' }, { ...asked, version })).toMatchObject({ status: 412 });
    await believed();
    expect((await client.call(auth.me)).user.role).toBe('manager');
    const { id } = await department('指定的部门');
    const named = await admin.call(
      users.update,
      { dataScope: 'named', departmentIds: [id] },
      { ...asked, version: changed.version },
    );
    expect(named.departmentIds).toEqual([id]);
    expect(
      await admin.refused(users.update, { departmentIds: [] }, { ...asked, version: named.version }),
    ).toMatchObject({ status: 422, code: 'scope.departments', errors: [{ pointer: '/departmentIds' }] });
    expect(
      (await admin.call(users.update, { dataScope: 'self' }, { ...asked, version: named.version })).departmentIds,
    ).toEqual([]);
  });

  it('who is disabled is out at once, and back with the own password; the last administrator stays', async () => {
    const made = await person({ role: 'admin' });
    const asked = { params: { id: made.id } };
    const client = await as(made.username, made.initialPassword);
    await client.call(auth.password, { current: made.initialPassword, new: OWN });
    expect((await admin.call(leaving.disable, undefined, asked)).disabled).toBe(true);
    await believed();
    expect(await client.refused(auth.me)).toMatchObject({ status: 401 });
    expect(await login(made.username, OWN)).toMatchObject({ code: 'login.failed' });
    expect(await admin.refused(leaving.disable, undefined, asked)).toMatchObject({ code: 'user.disabled' });
    const { user } = await admin.call(auth.me);
    const own = { params: { id: user.id } };
    expect(await admin.refused(leaving.disable, undefined, own)).toMatchObject({ status: 409, code: 'user.self' });
    const { version } = await admin.call(users.one, undefined, own);
    expect(await admin.refused(users.update, { role: 'officer' }, { ...own, version })).toMatchObject({
      status: 409,
      code: 'user.last-administrator',
    });
    await admin.call(users.enable, undefined, asked);
    await as(made.username, OWN);
    expect(await admin.refused(users.enable, undefined, asked)).toMatchObject({ code: 'user.enabled' });
  });

  it.each([
    [{ username: 'key:1' }, 422, 'username.format', '/username'],
    [{ username: 'Officer' }, 409, 'user.username', '/username'],
    [{ email: 'nobody@here' }, 422, 'email.format', '/email'],
    [{ phone: 'call me' }, 422, 'person.phone', '/phone'],
    [{ dataScope: 'named' }, 422, 'scope.departments', '/departmentIds'],
    [{ departmentId: '01234567-89ab-7def-8123-456789abcdef' }, 422, 'department.unknown', '/departmentId'],
  ] as const)('a person with %j is refused', async (more, status, code, pointer) => {
    const body = { username: `unfit.${++n}`, name: '不行', role: 'officer', dataScope: 'self', ...more };
    expect(await admin.refused(users.create, body)).toMatchObject({ status, code, errors: [{ pointer }] });
  });

  it('lists say who waits, who is idle and who has left, and their counts are those of the rows', async () => {
    const idle = await person({ name: '久未登录' });
    const client = await as(idle.username, idle.initialPassword);
    await client.call(auth.password, { current: idle.initialPassword, new: OWN });
    await sql("UPDATE last_sign_in SET at = now() - interval '91 days' WHERE user_id = $1", [idle.id]);
    const listed = (filter: object) => admin.call(users.list, undefined, { query: { filter, perPage: 200 } });
    expect((await listed({ idle: true })).data.map(({ id }) => id)).toEqual([idle.id]);
    const counts = await admin.call(users.counts);
    const totals = await Promise.all(
      [{ disabled: false }, { idle: true }, { waiting: true }, { locked: true }, { disabled: true }].map(
        async (filter) => (await listed(filter)).total,
      ),
    );
    const { enabled, waiting, locked, disabled } = counts;
    expect(totals).toEqual([enabled, counts.idle, waiting, locked, disabled]);
    expect((await listed({ q: '久未' })).total).toBe(1);
  });

  it('departments move, merge and close; what is used stays', async () => {
    const bureau = await department('产业局');
    const [east, west] = [await department('东区组', bureau.id), await department('西区组', bureau.id)];
    const at = (id: string, version?: number) => ({ params: { id }, ...(version === undefined ? {} : { version }) });
    expect(await admin.refused(departments.create, { name: '东区组', parentId: bureau.id })).toMatchObject({
      status: 409,
      code: 'department.name',
      errors: [{ pointer: '/name' }],
    });
    // Another bureau may have a group of the same name.
    await department('东区组', (await department('服务局')).id);
    expect(await admin.refused(departments.update, { parentId: east.id }, at(bureau.id, bureau.version))).toMatchObject(
      { status: 422, code: 'department.circle', errors: [{ pointer: '/parentId' }] },
    );
    const worker = await person({ departmentId: east.id, dataScope: 'department' });
    const reader = await person({ dataScope: 'named', departmentIds: [east.id, west.id] });
    expect(await admin.refused(departments.close, undefined, at(east.id))).toMatchObject({
      status: 409,
      code: 'department.in-use',
      facts: { people: 1, departments: 0 },
    });
    expect(await admin.refused(departments.close, undefined, at(bureau.id))).toMatchObject({
      facts: { people: 0, departments: 2 },
    });
    const merged = await admin.call(departments.merge, { intoId: west.id }, at(east.id));
    expect(merged).toMatchObject({ id: west.id, people: 1 });
    expect((await admin.call(users.one, undefined, at(worker.id))).departmentName).toBe('西区组');
    expect((await admin.call(users.one, undefined, at(reader.id))).departmentIds).toEqual([west.id]);
    expect(await admin.call(departments.one, undefined, at(east.id))).toMatchObject({
      closed: true,
      mergedIntoId: west.id,
    });
    const late = { username: 'late', name: '晚到', role: 'officer', dataScope: 'self', departmentId: east.id };
    expect(await admin.refused(users.create, late)).toMatchObject({ status: 422, code: 'department.closed' });
    const open = await admin.call(departments.list, undefined, { query: { perPage: 200, filter: { closed: false } } });
    expect(open.data.map(({ id }) => id)).not.toContain(east.id);
    expect(await admin.call(departments.reopen, undefined, at(east.id))).toMatchObject({ closed: false });
    await admin.call(departments.close, undefined, at(east.id));
  });

  it('below a branch means it and all that stand under it', async () => {
    const top = await department('上级');
    const under = await department('下级', top.id);
    const [one, other] = [await person({ departmentId: top.id }), await person({ departmentId: under.id })];
    const { data } = await admin.call(users.list, undefined, { query: { filter: { branchId: top.id } } });
    expect(data.map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());
  });

  it('nobody else keeps accounts, and a person waiting for a password is offered like any other', async () => {
    const manager = await Client.signedIn(product, 'manager');
    expect(await manager.refused(users.create, {})).toMatchObject({ status: 403 });
    expect(await manager.refused(departments.create, {})).toMatchObject({ status: 403 });
    const made = await person({ name: '待登录的专员' });
    const { data } = await manager.call(userChoices.list, undefined, { query: { filter: { q: '待登录' } } });
    expect(data.map(({ id }) => id)).toEqual([made.id]);
  });
});
