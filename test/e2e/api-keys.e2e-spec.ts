import { apiKeys, auth, userChoices, users } from '@crm/api-contract/access';
import { approvals } from '@crm/api-contract/approvals';
import { actuals, commitments } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { enterprises } from '@crm/api-contract/enterprises';
import { parks } from '@crm/api-contract/parks';
import type { RouteContract } from '@crm/api-contract/wire';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

describe('API keys', () => {
  let product: Product;
  let zone: Zone;
  let stranger: Client;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
    stranger = Client.stranger(product);
  });
  afterAll(() => product?.stop());

  const withKey = (key: string, more: Record<string, string> = {}) => ({
    headers: { authorization: `Bearer ${key}`, ...more },
  });
  const status = async (route: RouteContract, key: string, body?: unknown, asked: object = {}): Promise<number> => {
    const response = await stranger.raw(route, body, { ...withKey(key), ...asked });
    await response.body?.cancel();
    return response.status;
  };
  const made = (more: object = {}) =>
    zone.admin.call(apiKeys.create, { name: `统计局 ${Math.random()}`, role: 'officer', scope: 'actuals', ...more });
  const figure = (contractId: string, year = 2024) =>
    ({ contractId, indicator: 'tax', year, source: 'statistics', value: { value: '1500', unit: 'wan' } }) as const;

  it('a statistics bureau reports a figure with it; a person verifies', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    const { key, hint, ...kept } = await made({ name: '市统计局报数' });
    expect(key).toMatch(/^crmk_[\w-]{43}$/);
    expect(key.endsWith(hint)).toBe(true);
    const reported = await stranger.call(actuals.create, figure(id), withKey(key));
    expect(reported).toMatchObject({ valueWan: '1500', enteredBy: '市统计局报数', locked: false });
    expect(
      await stranger.refused(actuals.verify, undefined, { params: { id: reported.id }, ...withKey(key) }),
    ).toMatchObject({ status: 403, code: 'access.denied' });
    expect(await zone.manager.call(actuals.verify, undefined, { params: { id: reported.id } })).toMatchObject({
      locked: true,
      verifiedBy: '周岚',
    });
    const [entry] = await product.database.query<{ actor: string; name: string }>(
      `SELECT a.actor, u.name
       FROM audit_entry a
       JOIN app_user u ON a.actor = 'user:' || u.id
       WHERE a.subject = 'actual' AND a.subject_id = '${reported.id}' AND a.action = 'insert'`,
    );
    expect(entry?.name).toBe('市统计局报数');
    const { data } = await zone.admin.call(apiKeys.list);
    expect(data.find((one) => one.id === kept.id)).toMatchObject({
      hint,
      createdBy: '系统管理员',
      revokedAt: null,
      lastUsedAt: expect.any(String) as string,
    });
    expect(JSON.stringify(data)).not.toContain(key);
  });

  it('counts as its maker: who made it is no second pair of eyes', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    const { key } = await made({ scope: 'all' });
    const reported = await stranger.call(actuals.create, figure(id), withKey(key));
    const verified = { params: { id: reported.id } };
    expect(await zone.admin.refused(actuals.verify, undefined, verified)).toMatchObject({
      status: 403,
      code: 'actual.verify-own',
    });
    const draft = await zone.draft({
      commitments: [{ indicator: 'tax', perMuWan: '30' }],
      amount: { value: '2', unit: 'yi' },
    });
    await zone.checked(draft.id);
    await stranger.call(
      contracts.submit,
      {},
      { params: { id: draft.id }, ...withKey(key, { 'if-match': `"${draft.version}"` }) },
    );
    const open = async (who: Client) =>
      (await who.call(approvals.list, undefined, { query: { filter: { contractId: draft.id, state: 'pending' } } }))
        .data[0]!;
    expect(await open(zone.admin)).toMatchObject({ mayDecide: false, mayRevoke: true });
    const asked = await open(zone.manager);
    expect(asked.mayDecide).toBe(true);
    expect(
      await zone.admin.refused(approvals.approve, {}, { params: { id: asked.id }, version: asked.version }),
    ).toMatchObject({ status: 403, code: 'approval.own' });
    expect((await zone.admin.call(approvals.counts)).todo).toBe(0);
    await zone.manager.call(approvals.approve, {}, { params: { id: asked.id }, version: asked.version });
    expect((await zone.manager.call(actuals.verify, undefined, verified)).locked).toBe(true);
  });

  it('may what its role may, less what its scope leaves out', async () => {
    const [figures, reader, auditor] = [
      await made(),
      await made({ scope: 'read' }),
      await made({ role: 'auditor', scope: 'all' }),
    ];
    const draft = await zone.draft();
    for (const { key } of [figures, reader, auditor]) expect(await status(parks.list, key)).toBe(200);
    expect(await status(enterprises.create, figures.key, { name: '海南越权有限公司' })).toBe(403);
    expect(await status(actuals.create, reader.key, figure(draft.id))).toBe(403);
    expect(await status(actuals.create, auditor.key, figure(draft.id))).toBe(403);
    expect(
      await status(commitments.create, (await made({ scope: 'all' })).key, {
        contractId: draft.id,
        indicator: 'tax',
        perMuWan: '30',
      }),
    ).toBe(201);
    expect(await status(apiKeys.list, figures.key)).toBe(403);
    expect((await stranger.call(auth.me, undefined, withKey(figures.key))).user).toMatchObject({ role: 'officer' });
  });

  it('a repeated request with the same Idempotency-Key is answered once', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    const { key } = await made();
    const once = () => stranger.call(actuals.create, figure(id), withKey(key, { 'idempotency-key': 'bureau-2024-1' }));
    expect((await once()).id).toBe((await once()).id);
  });

  it('revoked, expired or invented: nobody gets in', async () => {
    const { id, key } = await made();
    expect(await status(parks.list, key)).toBe(200);
    expect(await zone.admin.call(apiKeys.revoke, undefined, { params: { id } })).toMatchObject({
      revokedBy: '系统管理员',
    });
    expect(await status(parks.list, key)).toBe(401);
    expect(await zone.admin.refused(apiKeys.revoke, undefined, { params: { id } })).toMatchObject({
      status: 409,
      code: 'key.revoked',
    });
    expect(await status(parks.list, `crmk_${'A'.repeat(43)}`)).toBe(401);
    expect(
      await zone.admin.refused(apiKeys.create, {
        name: '过期',
        role: 'officer',
        scope: 'read',
        expiresOn: '2020-01-01',
      }),
    ).toMatchObject({ status: 422, code: 'key.expires' });
    const dated = await made({ expiresOn: '2099-12-31' });
    await product.database.query(
      `SELECT set_config('app.actor', 'system:test', false); UPDATE api_key SET expires_on = '2020-01-01' WHERE id = '${dated.id}'`,
    );
    expect(await status(parks.list, dated.key)).toBe(401);
  });

  it('only an administrator makes one, of a role that decides nothing, and no list of people names it', async () => {
    expect(await zone.manager.refused(apiKeys.create, { name: '越权', role: 'officer', scope: 'all' })).toMatchObject({
      status: 403,
    });
    expect(await zone.admin.refused(apiKeys.create, { name: '领导', role: 'manager', scope: 'all' })).toMatchObject({
      status: 422,
    });
    const { name } = await made();
    expect(await zone.admin.refused(apiKeys.create, { name, role: 'officer', scope: 'all' })).toMatchObject({
      status: 409,
      code: 'key.name',
    });
    for (const list of [users.list, userChoices.list])
      expect(
        (await zone.admin.call(list, undefined, { query: { perPage: 200 } })).data.map((one) => one.name),
      ).not.toContain(name);
  });
});
