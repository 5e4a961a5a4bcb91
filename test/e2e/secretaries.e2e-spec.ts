import { auth } from '@crm/api-contract/access';
import { auditEntries } from '@crm/api-contract/audit';
import { commitments } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { enterprises } from '@crm/api-contract/enterprises';
import { secretaries, secretaryAssignments } from '@crm/api-contract/secretaries';
import { addDays } from '@crm/domain/days';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

describe('secretaries', () => {
  let product: Product;
  let zone: Zone;
  let second: Client;
  let today: string;
  const ids = { secretary: '', secretary2: '' };
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
    second = await Client.signedIn(product, 'secretary2');
    ids.secretary = (await zone.secretary.call(auth.me)).user.id;
    ids.secretary2 = (await second.call(auth.me)).user.id;
    [{ today }] = (await product.database.query<{ today: string }>(
      `SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`,
    )) as [{ today: string }];
  });
  afterAll(() => product?.stop());
  const assign = (enterpriseId: string, userId: string, fromDay = addDays(today, -30)) =>
    zone.manager.call(secretaryAssignments.assign, { enterpriseId, userId, fromDay });

  it('see the firms assigned to them and what hangs on those; of others they may not even know', async () => {
    const [mine, other] = [
      await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] }),
      await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] }),
    ];
    await assign(mine.enterpriseId, ids.secretary);
    await assign(other.enterpriseId, ids.secretary2);
    expect((await zone.secretary.call(enterprises.list)).data.map((row) => row.id)).toEqual([mine.enterpriseId]);
    expect((await zone.secretary.call(contracts.list)).data.map((row) => row.id)).toEqual([mine.id]);
    expect((await zone.secretary.call(commitments.list)).data.map((row) => row.contractId)).toEqual([mine.id]);
    expect(await zone.secretary.call(contracts.one, undefined, { params: { id: mine.id } })).toMatchObject({
      id: mine.id,
    });
    for (const refused of [
      await zone.secretary.refused(enterprises.one, undefined, { params: { id: other.enterpriseId } }),
      await zone.secretary.refused(contracts.one, undefined, { params: { id: other.id } }),
    ])
      expect(refused).toMatchObject({ status: 404, code: 'record.absent' });
    expect((await second.call(contracts.list)).data.map((row) => row.id)).toEqual([other.id]);
    expect(
      await zone.secretary.refused(secretaryAssignments.assign, {
        enterpriseId: other.enterpriseId,
        userId: ids.secretary,
        fromDay: today,
      }),
    ).toMatchObject({ status: 403 });
  });

  it('case 14: a handover in one step; the leaver’s access ends, the successor sees the whole history', async () => {
    const contract = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    const made = await assign(contract.enterpriseId, ids.secretary);
    expect(
      await zone.manager.refused(secretaryAssignments.assign, {
        enterpriseId: contract.enterpriseId,
        userId: ids.secretary2,
        fromDay: today,
      }),
    ).toMatchObject({ status: 409, code: 'secretary.primary-exists' });
    const result = await zone.manager.call(
      secretaryAssignments.handOver,
      { toUserId: ids.secretary2, fromDay: today },
      { params: { id: made.id } },
    );
    expect(result).toMatchObject({
      closed: 1,
      opened: [{ userId: ids.secretary2, fromDay: today, toDay: null, role: 'primary', current: true }],
    });
    expect(await zone.secretary.refused(contracts.one, undefined, { params: { id: contract.id } })).toMatchObject({
      status: 404,
    });
    expect(await second.call(contracts.one, undefined, { params: { id: contract.id } })).toMatchObject({
      id: contract.id,
    });
    const history = (
      await second.call(secretaryAssignments.list, undefined, {
        query: { filter: { enterpriseId: contract.enterpriseId }, sort: 'fromDay' },
      })
    ).data;
    expect(history.map((row) => [row.userId, row.fromDay, row.toDay])).toEqual([
      [ids.secretary, addDays(today, -30), addDays(today, -1)],
      [ids.secretary2, today, null],
    ]);
    expect(
      await zone.manager.refused(
        secretaryAssignments.handOver,
        { toUserId: ids.secretary, fromDay: today },
        { params: { id: made.id } },
      ),
    ).toMatchObject({ status: 409, code: 'handover.ended' });
  });

  it('all firms of one who leaves change hands at once, counted before and after', async () => {
    const firms = await Promise.all(Array.from({ length: 3 }, () => zone.firm()));
    for (const firm of firms) await assign(firm, ids.secretary);
    const loads = async () =>
      Object.fromEntries((await zone.manager.call(secretaries.list)).data.map((row) => [row.id, row.primaryFirms]));
    const before = await loads();
    await zone.manager.call(
      secretaries.handOver,
      { toUserId: ids.secretary2, fromDay: today },
      { params: { id: ids.secretary } },
    );
    const after = await loads();
    expect(after[ids.secretary]).toBe(0);
    expect(after[ids.secretary2]).toBe((before[ids.secretary] as number) + (before[ids.secretary2] as number));
    expect((await zone.secretary.call(enterprises.list)).data).toEqual([]);
    expect(await zone.manager.call(secretaries.coverage)).toMatchObject({ on: today, secretaries: 1 });
  });

  it('a request sent twice assigns once', async () => {
    const firm = await zone.firm();
    const headers = { 'idempotency-key': `assign-${firm}` };
    const body = { enterpriseId: firm, userId: ids.secretary2, fromDay: today };
    const [one, again] = [
      await zone.manager.call(secretaryAssignments.assign, body, { headers }),
      await zone.manager.call(secretaryAssignments.assign, body, { headers }),
    ];
    expect(again.id).toBe(one.id);
  });

  it('every change is in the audit, which an auditor reads and proves, and a manager does not', async () => {
    const auditor = await Client.signedIn(product, 'auditor');
    const { data } = await auditor.call(auditEntries.list, undefined, {
      query: { filter: { subject: 'secretary_assignment', action: 'insert' } },
    });
    expect(data[0]).toMatchObject({
      actorName: '周岚',
      action: 'insert',
      before: null,
      after: expect.objectContaining({ role: 'primary' }),
    });
    expect(await auditor.call(auditEntries.anchor)).toMatchObject({ entries: expect.stringMatching(/^[1-9]\d*$/) });
    expect(await auditor.call(auditEntries.verify)).toMatchObject({ intact: true, chains: 17, breaks: [] });
    expect(await zone.manager.refused(auditEntries.list)).toMatchObject({ status: 403 });
    await product.database.query(
      `SET session_replication_role = replica; UPDATE audit_entry SET actor = 'user:somebody-else' WHERE seq = (SELECT min(seq) FROM audit_entry); RESET session_replication_role`,
    );
    expect(await auditor.call(auditEntries.verify)).toMatchObject({ intact: false, breaks: [{ kind: 'content' }] });
  });
});
