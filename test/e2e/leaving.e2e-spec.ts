import { auth, users } from '@crm/api-contract/access';
import { enterprises } from '@crm/api-contract/enterprises';
import { contracts } from '@crm/api-contract/contracts';
import { leads } from '@crm/api-contract/leads';
import { leaving } from '@crm/api-contract/leaving';
import { secretaryAssignments } from '@crm/api-contract/secretaries';
import { Client } from '../servers/client.js';
import { eventually } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

describe('a person leaves', () => {
  let product: Product;
  let zone: Zone;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
    const { data } = await zone.admin.call(users.list, undefined, { query: { perPage: 200 } });
    for (const { username, id } of data) ids[username] = id;
  });
  afterAll(() => product?.stop());

  const at = (username: string) => ({ params: { id: ids[username]! } });
  const held = async (username: string) =>
    Object.fromEntries(
      (await zone.admin.call(leaving.holdings, undefined, at(username))).data.map(({ kind, count }) => [kind, count]),
    );
  /** A checked session is believed for a moment. */
  const out = (client: Client) =>
    eventually(async () => (await client.raw(auth.me)).status === 401, 'the end of the session');
  const lead = async (enterpriseName: string) =>
    zone.officer.call(leads.create, {
      enterpriseName,
      projectName: '项目',
      parkId: zone.parks[0]!.id,
      investmentWan: '1000',
      nextStep: '回访',
      nextOn: '2027-01-04',
    });

  it('what is theirs is counted by kind, and goes to others with the account in one transaction', async () => {
    const [one, lost] = [await lead('离岗甲有限公司'), await lead('离岗乙有限公司')];
    await zone.officer.call(leads.move, { stage: 'lost', lossReason: '不来了' }, { params: { id: lost.id } });
    const draft = await zone.draft();
    const signed = await zone.signed({ officerId: ids.officer!, commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    expect(await held('officer')).toMatchObject({ leads: 1, drafts: 1, contracts: 1, assignments: 0 });
    const refused = (handOver: object[]) => zone.admin.refused(leaving.disable, { handOver }, at('officer'));
    expect(await refused([{ kind: 'leads', toUserId: ids.secretary }])).toMatchObject({
      status: 422,
      code: 'leaving.successor',
      errors: [{ pointer: '/handOver/0/toUserId' }],
    });
    expect(await refused([{ kind: 'leads', toUserId: ids.officer }])).toMatchObject({ code: 'leaving.successor' });
    expect(await refused([{ kind: 'reminders', toUserId: ids.officer2 }])).toMatchObject({ code: 'leaving.kind' });
    const leads2 = { kind: 'leads', toUserId: ids.officer2 };
    expect(await refused([leads2, leads2])).toMatchObject({ code: 'leaving.twice' });
    // Nothing of a refused hand-over has happened.
    expect(await held('officer')).toMatchObject({ leads: 1, drafts: 1, contracts: 1 });
    await zone.admin.call(
      leaving.disable,
      {
        handOver: [
          { kind: 'leads', toUserId: ids.officer2! },
          { kind: 'drafts', toUserId: ids.officer2! },
          { kind: 'contracts', toUserId: ids.manager! },
        ],
      },
      at('officer'),
    );
    await out(zone.officer);
    expect(await held('officer')).toMatchObject({ leads: 0, drafts: 0, contracts: 0 });
    const successor = await Client.signedIn(product, 'officer2');
    expect((await successor.call(leads.one, undefined, { params: { id: one.id } })).ownerId).toBe(ids.officer2);
    expect((await successor.call(contracts.one, undefined, { params: { id: draft.id } })).officerId).toBe(ids.officer2);
    const [row] = await product.database.query<{ officer_id: string }>(
      'SELECT officer_id FROM contract WHERE id = $1',
      [signed.id],
    );
    expect(row?.officer_id).toBe(ids.manager);
    // What was given up stays under the name that gave it up.
    const [gone] = await product.database.query<{ owner_id: string }>('SELECT owner_id FROM lead WHERE id = $1', [
      lost.id,
    ]);
    expect(gone?.owner_id).toBe(ids.officer);
  });

  it('with a later last day a secretary works until then, and no firm is a day without one', async () => {
    const firm = await zone.manager.call(enterprises.create, { name: '交接示例有限公司' });
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const later = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
    await zone.manager.call(secretaryAssignments.assign, {
      userId: ids.secretary!,
      enterpriseId: firm.id,
      fromDay: '2026-01-01',
    });
    expect(await held('secretary')).toMatchObject({ assignments: 1 });
    expect(await zone.admin.refused(leaving.disable, { lastDay: '2026-01-01' }, at('secretary'))).toMatchObject({
      status: 422,
      code: 'leaving.past',
      errors: [{ pointer: '/lastDay' }],
    });
    const person = await zone.admin.call(
      leaving.disable,
      { lastDay: later(3), handOver: [{ kind: 'assignments', toUserId: ids.secretary2! }] },
      at('secretary'),
    );
    expect(person).toMatchObject({ disabled: false, lastDay: later(3) });
    expect((await zone.secretary.call(enterprises.list)).data.map(({ id }) => id)).toEqual([firm.id]);
    const { data } = await zone.manager.call(secretaryAssignments.list, undefined, {
      query: { filter: { enterpriseId: firm.id } },
    });
    expect(data.map(({ userId, fromDay, toDay }) => [userId, fromDay, toDay]).sort()).toEqual(
      [
        [ids.secretary, '2026-01-01', later(3)],
        [ids.secretary2, later(4), null],
      ].sort(),
    );
    // Taken back, and said again.
    expect((await zone.admin.call(users.enable, undefined, at('secretary'))).lastDay).toBeNull();
    expect(await zone.admin.refused(users.enable, undefined, at('secretary'))).toMatchObject({ code: 'user.enabled' });
    await zone.admin.call(leaving.disable, { lastDay: later(3) }, at('secretary'));
    // Nobody is handed anything who leaves as well.
    expect(
      await zone.admin.refused(
        leaving.handOver,
        { handOver: [{ kind: 'assignments', toUserId: ids.secretary }] },
        at('secretary2'),
      ),
    ).toMatchObject({ code: 'leaving.successor' });
    await product.database.query(
      `SELECT set_config('app.actor', 'system:test', false);
       UPDATE app_user SET last_day = current_date - 2, version = version + 1 WHERE username = 'secretary'`,
    );
    // Before any job has run: the session opens nothing any more, and no other begins.
    await out(zone.secretary);
    expect(
      await Client.stranger(product).refused(auth.login, { username: 'secretary', password: product.password }),
    ).toMatchObject({ status: 401, code: 'login.failed' });
  });
});
