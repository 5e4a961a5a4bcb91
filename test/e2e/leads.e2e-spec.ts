import { contracts } from '@crm/api-contract/contracts';
import { enterprises } from '@crm/api-contract/enterprises';
import { duplicates, followUps, leads } from '@crm/api-contract/leads';
import { industries, parks } from '@crm/api-contract/parks';
import { search } from '@crm/api-contract/search';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

describe('leads over HTTP', () => {
  let product: Product;
  let officer: Client;
  let officer2: Client;
  let secretary: Client;
  let parkId: string;

  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    [officer, officer2, secretary] = (await Promise.all(
      ['officer', 'officer2', 'secretary'].map((name) => Client.signedIn(product, name)),
    )) as [Client, Client, Client];
    parkId = (await officer.call(parks.list)).data[0]?.id ?? '';
  });
  afterAll(() => product?.stop());

  const aLead = (changes: object = {}) => ({
    enterpriseName: '浙江泽科环保集团',
    projectName: '可降解包装二期',
    parkId,
    investmentWan: '32000',
    areaMu: '62',
    nextStep: '首次电话',
    nextOn: '2026-11-23',
    ...changes,
  });

  it('an officer logs a lead with five fields; it stands in the list with its next step', async () => {
    const created = await officer.answer(leads.create, aLead({ areaMu: undefined }));
    expect(created.headers.get('location')).toBe(`/api/v1/leads/${created.body.id}`);
    expect(created.headers.get('etag')).toBe('"1"');
    const page = await officer.answer(leads.list, undefined, {
      query: { filter: { stage: 'registered', parkId, q: '泽科' }, sort: 'createdAt', order: 'desc' },
    });
    expect(page.headers.get('content-range')).toBe('leads 0-0/1');
    expect(page.body.data).toMatchObject([
      {
        id: created.body.id,
        enterpriseName: '浙江泽科环保集团',
        investmentWan: '32000',
        nextStep: '首次电话',
        nextOn: '2026-11-23',
      },
    ]);
    expect(await officer.call(leads.summary, undefined, { query: { filter: { q: '泽科' } } })).toMatchObject({
      count: 1,
      investmentWan: '32000',
      areaMu: '0',
    });
  });

  it('names every missing field at once', async () => {
    const problem = await officer.refused(leads.create, {});
    expect(problem).toMatchObject({ status: 422, code: 'fields.refused' });
    expect(problem.errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/enterpriseName field.required',
      '/investmentWan field.required',
      '/nextOn field.required',
      '/nextStep field.required',
      '/parkId field.required',
      '/projectName field.required',
    ]);
  });

  it('case 8 of the domain, first reporter: Y is told of a conflict and sees what Y may see; X keeps the right; Y’s contact is kept', async () => {
    const code = '91330100799655058B';
    const x = await officer.call(leads.create, aLead({ enterpriseName: '首报企业', creditCode: code }));
    const conflict = await officer2.refused(
      leads.create,
      aLead({
        enterpriseName: '首报企业（海口）',
        creditCode: code,
        contactName: '方总',
        contactPhone: '139 0000 0000',
      }),
      { headers: { 'idempotency-key': 'y-1' } },
    );
    expect(conflict).toMatchObject({
      status: 409,
      code: 'lead.first-reported',
      facts: { visible: false, departmentName: '招商局' },
    });
    expect(conflict.detail).toContain('招商局');
    expect(JSON.stringify(conflict)).not.toContain(x.id);
    // The same request is refused again: a refusal is not stored for replay.
    expect(
      await officer2.refused(
        leads.create,
        aLead({
          enterpriseName: '首报企业（海口）',
          creditCode: code,
          contactName: '方总',
          contactPhone: '139 0000 0000',
        }),
        { headers: { 'idempotency-key': 'y-1' } },
      ),
    ).toMatchObject({ code: 'lead.first-reported' });
    expect((await officer.call(leads.coReports, undefined, { params: { id: x.id } })).data).toMatchObject([
      { reporterName: '吴启明', contactName: '方总' },
    ]);
    expect((await officer.call(leads.one, undefined, { params: { id: x.id } })).ownerName).toBe('符晓');
    expect(
      await officer.call(leads.create, aLead({ enterpriseName: '十亿企业', investmentWan: '99900' })),
    ).toMatchObject({ filingSuggested: false });
    expect(
      await officer.call(leads.create, aLead({ enterpriseName: '另一十亿企业', investmentWan: '100000' })),
    ).toMatchObject({ filingSuggested: true });
  });

  it('a double click makes one lead', async () => {
    const asked = { headers: { 'idempotency-key': 'double-click' } };
    const first = await officer.call(leads.create, aLead({ enterpriseName: '双击企业' }), asked);
    expect((await officer.call(leads.create, aLead({ enterpriseName: '双击企业' }), asked)).id).toBe(first.id);
    expect(await officer.refused(leads.create, aLead({ enterpriseName: '另一家' }), asked)).toMatchObject({
      status: 422,
      code: 'idempotency.mismatch',
    });
  });

  it('a second saver is shown what differs; a change without a version is refused', async () => {
    const lead = await officer.call(leads.create, aLead({ enterpriseName: '改动企业' }));
    const params = { id: lead.id };
    await officer.call(leads.update, { investmentWan: '50000' }, { params, version: 1 });
    const stale = await officer.refused(leads.update, { investmentWan: '60000' }, { params, version: 1 });
    expect(stale).toMatchObject({
      status: 412,
      code: 'version.stale',
      fields: ['investmentWan'],
      current: { investmentWan: '50000', version: 2 },
    });
    expect(await officer.refused(leads.update, { note: 'x' }, { params })).toMatchObject({ status: 428 });
  });

  it('is moved, followed up and handed over, and remembers it', async () => {
    const { id } = await officer.call(leads.create, aLead({ enterpriseName: '推进企业' }));
    const params = { id };
    expect(await officer.refused(leads.move, { stage: 'signed' }, { params })).toMatchObject({
      status: 409,
      code: 'lead.transition',
      facts: { from: 'registered' },
    });
    expect(await officer.call(leads.move, { stage: 'contact' }, { params })).toMatchObject({
      stage: 'contact',
      version: 2,
    });
    const followUp = await officer.answer(
      followUps.create,
      { kind: 'call', onDay: '2026-11-19', met: '方总', result: '愿意来访', nextStep: '接待', nextOn: '2026-12-03' },
      { params },
    );
    expect(followUp.status).toBe(201);
    expect(await officer.call(leads.one, undefined, { params })).toMatchObject({
      nextStep: '接待',
      nextOn: '2026-12-03',
      followUps: [{ result: '愿意来访' }],
      allowedStages: expect.arrayContaining(['site-visit']),
    });
    expect((await officer.call(followUps.list, undefined, { query: { filter: { leadId: id } } })).data).toHaveLength(1);
    expect((await officer.call(leads.timeline, undefined, { params })).data.map(({ kind }) => kind)).toEqual([
      'follow-up',
      'moved',
      'created',
    ]);
    const colleague = (await officer2.call(leads.create, aLead({ enterpriseName: '同事企业' }))).ownerId;
    await officer.call(leads.transfer, { ownerId: colleague, reason: '分工调整' }, { params });
    expect((await officer2.call(leads.one, undefined, { params })).nextStep).toBe('接待');
  });

  it('is nobody else’s business: 404 for a colleague, 403 for a secretary, and search tells neither', async () => {
    const { id } = await officer.call(leads.create, aLead({ enterpriseName: '隐秘试验厂', projectName: '不可告人' }));
    const params = { id };
    for (const contract of [leads.one, leads.timeline, leads.coReports] as const)
      expect((await officer2.refused(contract, undefined, { params })).status).toBe(404);
    expect((await officer2.refused(leads.move, { stage: 'contact' }, { params })).status).toBe(404);
    expect(
      (await officer2.refused(followUps.create, { kind: 'call', onDay: '2026-11-19', result: 'x' }, { params })).status,
    ).toBe(404);
    expect((await secretary.refused(leads.list)).status).toBe(403);
    expect((await officer.call(search.all, undefined, { query: { q: '不可告人' } })).leads).toMatchObject([
      { id, title: '不可告人' },
    ]);
    expect((await officer2.call(search.all, undefined, { query: { q: '不可告人' } })).leads).toEqual([]);
    expect(await secretary.call(search.all, undefined, { query: { q: '隐秘' } })).toMatchObject({
      enterprises: [],
      leads: [],
      contracts: [],
    });
  });

  it('finds a contract by its number, its project and its firm', async () => {
    const firm = await officer.call(enterprises.create, { name: '海南晟屿新材料有限公司' });
    const industryId = (await officer.call(industries.list)).data[0]?.id ?? '';
    const contract = await officer.call(contracts.create, {
      kind: 'framework',
      enterpriseId: firm.id,
      projectName: '光学膜扩产项目',
      parkId,
      industryId,
      landFree: true,
    });
    for (const q of [contract.number, contract.number.slice(0, 6).toLowerCase(), '光学膜', '晟屿', 'hnsy'])
      expect([
        q,
        (await officer.call(search.all, undefined, { query: { q } })).contracts.map(({ title }) => title),
      ]).toEqual([q, [contract.number]]);
    expect((await secretary.call(search.all, undefined, { query: { q: contract.number } })).contracts).toEqual([]);
    expect((await officer.call(enterprises.one, undefined, { params: { id: firm.id } })).contracts).toBe(1);
  });

  it('finds a firm by two characters, initials and code', async () => {
    const firm = await officer.call(enterprises.create, {
      name: '海南昱达数据科技有限公司',
      creditCode: '9144030071526726XG',
    });
    for (const q of ['昱达', 'hnydsj', '914403007'])
      expect([
        q,
        (await officer.call(search.all, undefined, { query: { q } })).enterprises.map(({ id }) => id),
      ]).toEqual([q, [firm.id]]);
    expect((await officer.call(duplicates.check, undefined, { query: { name: '昱达数据' } })).data).toMatchObject([
      { enterpriseId: firm.id, visible: true, firstReport: null },
    ]);
  });
});
