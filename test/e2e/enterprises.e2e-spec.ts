import { contacts, enterprises } from '@crm/api-contract/enterprises';
import { duplicates, leads } from '@crm/api-contract/leads';
import { enterpriseMerges } from '@crm/api-contract/merging';
import { parks } from '@crm/api-contract/parks';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

describe('enterprises over HTTP', () => {
  let product: Product;
  let officer: Client;
  let officer2: Client;
  let manager: Client;
  let secretary: Client;

  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    [officer, officer2, manager, secretary] = (await Promise.all(
      ['officer', 'officer2', 'manager', 'secretary'].map((name) => Client.signedIn(product, name)),
    )) as [Client, Client, Client, Client];
  });
  afterAll(() => product?.stop());

  it('a name is kept as typed but for stray blanks, and found folded', async () => {
    const firm = await officer.call(enterprises.create, { name: '　海南 恒航（ＣＤ）制药 ' });
    expect(firm.name).toBe('海南恒航（ＣＤ）制药');
    for (const q of ['恒航', '航(cd)', 'hnhh', '海南恒航(CD)'])
      expect(
        (await officer.call(enterprises.list, undefined, { query: { filter: { q } } })).data.map(({ id }) => id),
      ).toEqual([firm.id]);
  });

  it('a wrong credit code names position 18; one seen in the register may stand', async () => {
    const wrong = await officer.refused(enterprises.create, { name: '错码企业', creditCode: '91350100M000100Y44' });
    expect(wrong).toMatchObject({
      status: 422,
      code: 'uscc.check',
      errors: [{ pointer: '/creditCode', params: { position: 18, expected: '3' } }],
    });
    expect(
      (
        await officer.call(enterprises.create, {
          name: '错码企业',
          creditCode: '91350100m000100y44',
          creditCodeSeenBy: '符晓',
        })
      ).creditCode,
    ).toBe('91350100M000100Y44');
  });

  it('one code, one firm, however many type it at once', async () => {
    const bodies = Array.from({ length: 10 }, (_, n) => ({ name: `同码企业${n}`, creditCode: '91110000802100433B' }));
    const answers = await Promise.all(bodies.map((body) => officer.raw(enterprises.create, body)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const problem = await officer.refused(enterprises.create, bodies[0]);
    expect(problem).toMatchObject({
      status: 409,
      code: 'enterprise.duplicate',
      facts: { enterpriseId: expect.any(String) },
    });
  });

  it('is changed by version, and its leads are found by the new name', async () => {
    const parkId = (await officer.call(parks.list)).data[0]?.id ?? '';
    const lead = await officer.call(leads.create, {
      enterpriseName: '旧名企业',
      projectName: '一期',
      parkId,
      investmentWan: '1000',
      nextStep: '电话',
      nextOn: '2026-12-01',
    });
    const params = { id: lead.enterpriseId };
    const before = await officer.answer(enterprises.one, undefined, { params });
    expect(before.body).toMatchObject({
      leads: { all: 1, worked: 1 },
      contracts: 0,
      contacts: 0,
      primarySecretary: null,
    });
    const after = await officer.call(
      enterprises.update,
      { name: '焕新企业', parkId },
      { params, version: before.body.version },
    );
    expect(after.parkName).not.toBeNull();
    expect((await officer.call(leads.list, undefined, { query: { filter: { q: '焕新' } } })).data).toHaveLength(1);
    expect(await officer.refused(enterprises.update, { name: '再改' }, { params, version: 1 })).toMatchObject({
      status: 412,
      fields: ['name'],
      current: { name: '焕新企业' },
    });
  });

  it('a phone is whole for those who work with the firm and masked for others; looking at it is kept with its reason', async () => {
    const firm = await officer.call(enterprises.create, { name: '电话企业' });
    const contact = await officer.call(contacts.create, {
      enterpriseId: firm.id,
      name: '方总',
      phone: '138 0013-8000',
    });
    expect(contact).toMatchObject({ phone: '13800138000', phoneMasked: false });
    const seen = async (client: Client) =>
      (await client.call(contacts.list, undefined, { query: { filter: { enterpriseId: firm.id } } })).data[0];
    expect(await seen(officer2)).toMatchObject({ phone: '138****8000', phoneMasked: true });
    expect(await seen(manager)).toMatchObject({ phone: '138****8000' });
    expect((await officer2.refused(contacts.unmask, { reason: '想看看' }, { params: { id: contact.id } })).status).toBe(
      403,
    );
    expect((await manager.refused(contacts.unmask, {}, { params: { id: contact.id } })).code).toBe('field.required');
    expect((await manager.call(contacts.unmask, { reason: '约谈履约' }, { params: { id: contact.id } })).phone).toBe(
      '13800138000',
    );
    const [entry] = await product.database.query<{ actor: string; after: { reason: string } }>(
      `SELECT actor, after FROM audit_entry WHERE subject = 'contact_unmasking'`,
    );
    expect(entry).toMatchObject({ actor: expect.stringMatching(/^user:/), after: { reason: '约谈履约' } });
  });

  it('whose number it is can be asked ten times an hour, whole numbers only; then with a reason, and it is kept', async () => {
    const ask = (phone: string, phoneReason?: string) => ({
      query: { phone, ...(phoneReason ? { phoneReason } : {}) },
    });
    const firm = await officer.call(enterprises.create, { name: '反查企业' });
    await officer.call(contacts.create, { enterpriseId: firm.id, name: '方总', phone: '13900139000' });
    expect((await officer2.call(duplicates.check, undefined, ask('1390013900'))).data).toEqual([]);
    expect((await officer2.call(duplicates.check, undefined, ask('13900139000'))).data).toMatchObject([
      { reason: 'phone', visible: false, enterpriseId: null },
    ]);
    for (let n = 1; n < 10; n++) await officer2.call(duplicates.check, undefined, ask(`1390013900${n}`));
    expect(await officer2.refused(duplicates.check, undefined, ask('13900139010'))).toMatchObject({
      status: 422,
      code: 'phone.reason',
    });
    // A number that was looked up before does not count again.
    expect((await officer2.call(duplicates.check, undefined, ask('13900139000'))).data).toHaveLength(1);
    expect((await officer2.refused(duplicates.check, undefined, ask('13900139010', 'aaaaa'))).code).toBe(
      'reason.says-nothing',
    );
    await officer2.call(duplicates.check, undefined, ask('13900139010', '客商来电核实身份'));
    const kept = await product.database.query<{ masked: string; reason: string | null }>(
      'SELECT masked, reason FROM phone_check ORDER BY created_at, id',
    );
    expect(kept).toHaveLength(11);
    expect(kept.at(-1)).toEqual({ masked: '139****9010', reason: '客商来电核实身份' });
    expect(JSON.stringify(kept)).not.toContain('13900139000');
  });

  it('a lead logged over a first report opens no numbers of the firm', async () => {
    const parkId = (await officer.call(parks.list)).data[0]!.id;
    const lead = (more: object) => ({
      enterpriseName: '越过首报企业',
      projectName: '一期',
      parkId,
      investmentWan: '100',
      nextStep: '电话',
      nextOn: '2026-12-01',
      ...more,
    });
    const first = await officer.call(leads.create, lead({ contactName: '方总', contactPhone: '13700137000' }));
    await officer2.call(leads.create, lead({ overrideReason: '客商主动来访' }));
    const seen = async (client: Client) =>
      (await client.call(contacts.list, undefined, { query: { filter: { enterpriseId: first.enterpriseId } } }))
        .data[0];
    expect(await seen(officer)).toMatchObject({ phone: '13700137000' });
    expect(await seen(officer2)).toMatchObject({ phone: '137****7000', phoneMasked: true });
    const params = { id: first.enterpriseId };
    expect(await officer2.refused(enterprises.update, { name: '改名企业' }, { params, version: 1 })).toMatchObject({
      status: 403,
      code: 'access.scope',
    });
  });

  it('is 404 to a secretary until assigned', async () => {
    const firm = await officer.call(enterprises.create, { name: '待指派企业' });
    const params = { id: firm.id };
    expect((await secretary.refused(enterprises.one, undefined, { params })).status).toBe(404);
    expect((await secretary.call(enterprises.list)).total).toBe(0);
    await product.database.query(
      `WITH actor AS (SELECT set_config('app.actor', 'system:spec', false))
       INSERT INTO secretary_assignment (id, user_id, enterprise_id, role, from_day)
       SELECT gen_random_uuid(), u.id, $1, 'primary', '2020-01-01'
       FROM app_user u, actor
       WHERE u.username = 'secretary'`,
      [firm.id],
    );
    expect(await secretary.call(enterprises.one, undefined, { params })).toMatchObject({
      primarySecretary: { name: '林书航', since: '2020-01-01' },
    });
    expect((await secretary.call(enterprises.list, undefined, { query: { filter: { mine: true } } })).total).toBe(1);
  });

  it('two records become one: old ids lead to the one that stays, until the merge is undone', async () => {
    const parkId = (await officer.call(parks.list)).data[0]!.id;
    const winner = await officer.call(enterprises.create, { name: '合并留下企业' });
    const loser = await officer.call(enterprises.create, { name: '合并并入企业' });
    const body = { winnerId: winner.id, loserId: loser.id, reason: '同一家，登记了两次' };
    for (const who of [officer, secretary]) expect((await who.refused(enterpriseMerges.create, body)).status).toBe(403);
    const preview = await manager.call(enterpriseMerges.preview, { winnerId: winner.id, loserId: loser.id });
    expect([preview.winner.name, preview.loser.name]).toEqual([winner.name, loser.name]);
    const headers = { 'idempotency-key': 'merge-1' };
    const merge = await manager.call(enterpriseMerges.create, body, { headers });
    // The answer was lost and the request is sent again.
    expect((await manager.call(enterpriseMerges.create, body, { headers })).id).toBe(merge.id);
    const led = await officer.call(enterprises.one, undefined, { params: { id: loser.id } });
    expect([led.id, led.merged.map(({ name }) => name)]).toEqual([winner.id, [loser.name]]);
    const refused = await manager.refused(
      enterprises.update,
      { address: '旧记录' },
      { params: { id: loser.id }, version: loser.version },
    );
    expect(refused).toMatchObject({ status: 409, code: 'enterprise.merged', facts: { mergedInto: winner.id } });
    expect(refused.detail).toContain(winner.name);
    expect((await manager.refused(enterpriseMerges.create, body)).code).toBe('enterprise.merged');
    // An old link, reminder or saved filter holds the old id: its lists are those of the winner.
    const listed = async (enterpriseId: string) =>
      (await officer.call(leads.list, undefined, { query: { filter: { enterpriseId } } })).data.map(({ id }) => id);
    const lead = await officer.call(leads.create, {
      ...{
        enterpriseName: winner.name,
        projectName: '合并后',
        parkId,
        contactName: '方总',
        contactPhone: '13800138111',
      },
      ...{ investmentWan: '100', nextStep: '电话', nextOn: '2026-12-01' },
    });
    expect([await listed(loser.id), await listed(winner.id)]).toEqual([[lead.id], [lead.id]]);
    const params = { id: merge.id };
    expect((await manager.call(enterpriseMerges.undo, { reason: '并错了' }, { params })).undoReason).toBe('并错了');
    expect((await officer.call(enterprises.one, undefined, { params: { id: loser.id } })).id).toBe(loser.id);
    expect(await listed(loser.id)).toEqual([]);
    expect(await manager.refused(enterpriseMerges.undo, { reason: '再来一次' }, { params })).toMatchObject({
      status: 409,
      code: 'enterprise.merge-undone',
    });
  });
});
