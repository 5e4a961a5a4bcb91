import { auth } from '@crm/api-contract/access';
import { enterprises } from '@crm/api-contract/enterprises';
import { auditEntries } from '@crm/api-contract/audit';
import { commitments } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { files } from '@crm/api-contract/files';
import { parks } from '@crm/api-contract/parks';
import { fourBatches } from '@crm/api-contract/progress';
import { timeline } from '@crm/api-contract/timeline';
import { Client } from '../servers/client.js';
import { paperForm, pdfOf } from '../servers/papers.js';
import { eventually } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { auditorOf } from './told.js';
import { zoneOf, type Zone } from './zone.js';

/** The client address is the one in X-Forwarded-For: one trusted hop. */
describe('the audit trail tells', () => {
  let product: Product;
  let zone: Zone;
  let auditor: Client;
  let look: Awaited<ReturnType<typeof auditorOf>>;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false, env: { TRUST_PROXY_HOPS: '1' } });
    zone = await zoneOf(product);
    look = await auditorOf(product);
    auditor = look.auditor;
  });
  afterAll(() => product?.stop());

  it('who was refused what: by role, by reach, by four eyes, after the end of the session', async () => {
    const [manager, secretary] = [await look.idOf('manager'), await look.idOf('secretary')];
    await zone.manager.refused(auditEntries.list);
    expect(await look.tells('refused', { userId: manager, subject: 'audit_entry' })).toMatchObject({
      after: { route: 'auditEntries.list', codes: { 'access.denied': 1 }, address: '127.0.0.1' },
    });

    const { id } = await zone.draft();
    const nowhere = '01938000-0000-7000-8000-000000000001';
    await zone.officer.call(contracts.one, undefined, { params: { id } });
    const strange = await Client.signedIn(product, 'secretary');
    await strange.refused(contracts.one, undefined, { params: { id } });
    await strange.refused(contracts.one, undefined, { params: { id: nowhere } });
    expect(await look.tells('refused', { userId: secretary, subjectId: id })).toMatchObject({
      subject: 'contract',
      after: { route: 'contracts.one', codes: { 'record.absent': 1 }, foreign: true },
    });
    expect((await look.tells('refused', { userId: secretary, subjectId: nowhere })).after).toMatchObject({
      foreign: false,
    });

    const own = await zone.manager.call(contracts.create, {
      kind: 'substantive',
      enterpriseId: await zone.firm(),
      projectName: '自拟项目',
      parkId: zone.parks[0]!.id,
      industryId: zone.industries[0]!.id,
      landFree: true,
    });
    const signing = { params: { id: own.id }, version: own.version };
    await zone.manager.refused(contracts.sign, { signedOn: '2021-06-01' }, signing);
    expect(await look.tells('refused', { userId: manager, subject: 'contract', subjectId: own.id })).toMatchObject({
      after: { route: 'contracts.sign', codes: { 'approval.own': 1 } },
    });

    await strange.raw(auth.logout);
    await eventually(async () => (await strange.raw(parks.list)).status === 401, 'the end of the session');
    expect(
      await look.tells('refused', { userId: secretary }, ({ after }) => 'access.sign-in' in (after?.codes as object)),
    ).toMatchObject({ subject: 'park', after: { route: 'parks.list' } });
  });

  it('who read which contract, by which ways, and each reading again', async () => {
    const userId = await look.idOf('officer');
    const { id } = await zone.draft({ commitments: [{ indicator: 'tax', perMuWan: '20' }] } as never);
    const read = async () => {
      await zone.officer.call(contracts.one, undefined, { params: { id } });
      await zone.officer.call(commitments.list, undefined, { query: { filter: { contractId: id } } });
      await zone.officer.call(timeline.list, undefined, { params: { id } });
    };
    const readings = async () =>
      (await look.told('read', { userId, subject: 'contract', subjectId: id })).reduce<Record<string, number>>(
        (sum, { after }) => {
          for (const [route, times] of Object.entries(after?.routes as Record<string, number>))
            sum[route] = (sum[route] ?? 0) + times;
          return sum;
        },
        {},
      );
    await read();
    await eventually(async () => (await readings())['timeline.list'] === 1, 'the first reading');
    await read();
    const twice = { 'contracts.one': 2, 'commitments.list': 2, 'timeline.list': 2 };
    await eventually(async () => (await readings())['timeline.list'] === 2, 'the second reading');
    expect(await readings()).toMatchObject(twice);
    // The history of the contract itself does not grow by it.
    const { data } = await zone.officer.call(timeline.list, undefined, { params: { id } });
    expect(data.map(({ kind }) => kind)).not.toContain('read');
  });

  it('a list as one entry with its filter and how many it showed, and no whole telephone number', async () => {
    const userId = await look.idOf('officer');
    const { total } = await zone.officer.call(contracts.list, undefined, {
      query: { perPage: 2, filter: { status: 'draft', q: '13876543210' } },
    });
    const entry = await look.tells('read', { userId, subject: 'contract' }, ({ after }) =>
      JSON.stringify(after).includes('138****10'),
    );
    expect(entry?.after).toMatchObject({
      asked: { filter: { status: 'draft', q: '138****10' } },
      shown: 0,
      total,
      routes: { 'contracts.list': 1 },
    });
    expect(JSON.stringify(entry)).not.toContain('13876543210');
  });

  it('what left the house, and who looked into the trail and verified it', async () => {
    const [manager, reader] = [await look.idOf('manager'), await look.idOf('auditor')];
    const { id } = await zone.draft();
    const form = paperForm('contract', id, '合同.pdf', pdfOf('一'), '') as never;
    const paper = await zone.officer.call(files.attach, form);
    await (await zone.manager.raw(files.content, undefined, { params: { id: paper.id } })).arrayBuffer();
    expect(await look.told('download', { userId: manager, subjectId: paper.id })).toMatchObject([
      { subject: 'file', after: { routes: { 'files.content': 1 } } },
    ]);
    const period = { from: '2021-01-01', to: '2021-12-31' };
    await (await zone.manager.raw(fourBatches.workbook, undefined, { query: period })).arrayBuffer();
    expect((await look.told('export', { userId: manager }))[0]?.after).toMatchObject({ asked: period });
    const saved = await auditor.raw(auditEntries.export, { filter: { kind: 'export' } });
    expect([saved.status, saved.headers.get('content-type')]).toEqual([200, auditEntries.export.download]);
    await saved.arrayBuffer();
    expect((await look.told('export', { userId: reader }))[0]).toMatchObject({
      subject: 'audit_entry',
      after: { asked: { filter: { kind: 'export' } } },
    });
    expect(await zone.manager.refused(auditEntries.export, {})).toMatchObject({ status: 403 });
    await auditor.call(auditEntries.verify);
    expect(await look.told('verify', { userId: reader })).toMatchObject([{ subject: 'audit_entry' }]);
    const [looked] = await look.told('read', { userId: reader, subject: 'audit_entry' });
    expect(looked?.after).toMatchObject({ asked: { filter: { kind: 'verify', userId: reader } } });
    expect(await zone.manager.refused(auditEntries.list)).toMatchObject({ status: 403 });
  });

  it('what was read just before an orderly stop', async () => {
    const userId = await look.idOf('director');
    const { id } = await zone.draft();
    await zone.director.call(contracts.one, undefined, { params: { id } });
    await product.killApi('SIGTERM');
    const kept = await product.database.query(
      `SELECT after FROM audit_entry WHERE action = 'read' AND subject_id = $1 AND actor = $2`,
      [id, `user:${userId}`],
    );
    expect(kept).toHaveLength(1);
    await product.startApi();
  });

  it('and the log of the API names person and address, and nothing that was searched', async () => {
    const userId = await look.idOf('officer');
    await zone.officer.call(enterprises.list, undefined, {
      query: { filter: { q: '海甸岛' } },
      headers: { 'x-forwarded-for': '198.51.100.77' },
    });
    const line = await eventually(
      () =>
        product
          .logs()
          .split('\n')
          .find((one) => one.includes('198.51.100.77')),
      'the line of the request',
    );
    expect(JSON.parse(line.slice(line.indexOf('{')))).toMatchObject({
      msg: 'answered',
      method: 'GET',
      route: 'enterprises.list',
      status: 200,
      user: userId,
      address: '198.51.100.77',
    });
    expect(product.logs()).not.toContain('海甸岛');
    expect(product.logs()).not.toContain(encodeURIComponent('海甸岛'));
  });
});
