import { apiKeys, auth } from '@crm/api-contract/access';
import { contacts, enterprises } from '@crm/api-contract/enterprises';
import { leads } from '@crm/api-contract/leads';
import { parks } from '@crm/api-contract/parks';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

describe('an Idempotency-Key', () => {
  let product: Product;
  let admin: Client;
  let officer: Client;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    admin = await Client.signedIn(product, 'admin');
    officer = await Client.signedIn(product, 'officer');
  });
  afterAll(() => product?.stop());

  const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });
  const stored = () =>
    product.database.query<{ actor: string; text: string }>('SELECT actor, k::text AS text FROM idempotency_key k');

  it('means nothing on open routes: guesses count, and nobody gets the token of another', async () => {
    const guess = (password: string) =>
      Client.stranger(product).refused(auth.login, { username: 'auditor', password }, withKey('fixed'));
    const codes: string[] = [];
    for (let n = 0; n < 7; n++) codes.push((await guess(`wrong ${n}`)).code);
    expect(codes).toEqual([...Array<string>(5).fill('login.failed'), 'rate.limited', 'rate.limited']);

    const refresh = (cookie: string) =>
      fetch(`${product.baseUrl}/api/v1/auth/refresh`, {
        method: 'POST',
        headers: { cookie, 'idempotency-key': 'same' },
      });
    const [one, other] = [await Client.signedIn(product, 'manager'), await Client.signedIn(product, 'secretary')];
    const answers = [await refresh(one.cookie ?? ''), await refresh(other.cookie ?? '')];
    const users = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { user: { username: string } }).user.username),
    );
    expect(users).toEqual(['manager', 'secretary']);
    for (const client of [one, other])
      await fetch(`${product.baseUrl}/api/v1/auth/logout`, {
        method: 'POST',
        headers: { authorization: `Bearer ${client.token}`, 'idempotency-key': 'same' },
      });
    expect(await stored()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await one.refused(auth.me)).toMatchObject({ status: 401 });
    expect(await other.refused(auth.me)).toMatchObject({ status: 401 });
  });

  it('belongs to the person: in another session it is a repetition, for a colleague it is new', async () => {
    const body = { name: '海南键一有限公司' };
    const first = await officer.answer(enterprises.create, body, withKey('person'));
    const again = await (await Client.signedIn(product, 'officer')).answer(enterprises.create, body, withKey('person'));
    expect([again.status, again.body.id, again.headers.get('idempotency-replayed')]).toEqual([
      201,
      first.body.id,
      'true',
    ]);
    const mine = await (
      await Client.signedIn(product, 'manager')
    ).call(enterprises.create, { name: '海南键二有限公司' }, withKey('person'));
    expect(mine.id).not.toBe(first.body.id);
    expect(await officer.refused(enterprises.create, { name: '海南键三有限公司' }, withKey('person'))).toMatchObject({
      status: 422,
      code: 'idempotency.mismatch',
    });
  });

  it('shows a new API key once', async () => {
    const body = { name: '市统计局', role: 'officer', scope: 'read' } as const;
    const { key } = await admin.call(apiKeys.create, body, withKey('a-key'));
    expect(key).toMatch(/^crmk_/);
    expect(await admin.refused(apiKeys.create, body, withKey('a-key'))).toMatchObject({
      status: 409,
      code: 'idempotency.spent',
    });
    expect((await admin.call(apiKeys.list)).data).toHaveLength(1);
    expect(JSON.stringify(await stored())).not.toContain(key);
  });

  it('keeps no telephone number, and a number is not shown again by it', async () => {
    const firm = await officer.call(enterprises.create, { name: '海南键四有限公司' });
    const body = { enterpriseId: firm.id, name: '林经理', phone: '13876543210' };
    const contact = await officer.call(contacts.create, body, withKey('contact'));
    expect((await officer.call(contacts.create, body, withKey('contact'))).id).toBe(contact.id);
    const manager = await Client.signedIn(product, 'manager');
    const asked = { params: { id: contact.id }, ...withKey('unmask') };
    const reason = { reason: '回访企业负责人，核对签约意向' };
    await manager.call(contacts.unmask, reason, asked);
    expect(await manager.refused(contacts.unmask, reason, asked)).toMatchObject({ code: 'idempotency.spent' });
    const kept = JSON.stringify(await stored());
    expect(kept).not.toContain('13876543210');
    expect(kept).not.toContain('林经理');
  });

  it('asks again whether the person may still see the record', async () => {
    const [park] = (await officer.call(parks.list)).data;
    const self = await Client.signedIn(product, 'officer2');
    const body = {
      enterpriseName: '海南键五有限公司',
      projectName: '新项目',
      parkId: park!.id,
      investmentWan: '5000',
      nextStep: '首次电话',
      nextOn: '2026-12-23',
    } as never;
    const lead = await self.call(leads.create, body, withKey('lead'));
    expect((await self.call(leads.create, body, withKey('lead'))).id).toBe(lead.id);
    await product.database.query(
      `SELECT set_config('app.actor', 'system:test', false);
       UPDATE lead SET owner_id = (SELECT id FROM app_user WHERE username = 'manager'), version = version + 1
       WHERE id = '${lead.id}'`,
    );
    expect(await self.refused(leads.create, body, withKey('lead'))).toMatchObject({
      status: 404,
      code: 'record.absent',
    });
  });

  it('leaves an id or counts in the table and nothing else', async () => {
    const rows = await product.database.query<{ response: Record<string, unknown>; request_hash: string }>(
      'SELECT response, request_hash FROM idempotency_key',
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { response } of rows)
      expect(Object.keys(response).filter((name) => !['id', 'counts'].includes(name))).toEqual([]);
  });
});
