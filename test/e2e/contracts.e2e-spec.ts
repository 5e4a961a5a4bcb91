import { contracts, investmentProjects, milestones, parcels } from '@crm/api-contract/contracts';
import { enterprises } from '@crm/api-contract/enterprises';
import { provincialStandards } from '@crm/api-contract/standards';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

describe('contracts', () => {
  let product: Product;
  let zone: Zone;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
  });
  afterAll(() => product?.stop());

  const one = (id: string, who = zone.officer) => who.call(contracts.one, undefined, { params: { id } });

  it('case 2: amounts and areas are kept exactly, and as they were typed', async () => {
    const drafted = await zone.draft({
      amount: { value: '66.3', unit: 'yi' },
      parcels: [{ code: 'MA-01-07', area: { value: '18731', unit: 'sqm' } }],
    });
    expect(drafted).toMatchObject({
      amountWan: '663000',
      amountEntered: { value: '66.3', unit: 'yi' },
      areaMu: '28.0965',
      areaSqm: '18731',
      status: 'draft',
    });
    expect(drafted.parcels).toMatchObject([
      { code: 'MA-01-07', basis: 'granted', areaMu: '28.0965', entered: { value: '18731', unit: 'sqm' } },
    ]);
  });

  it('case 2: 10,777.16 ㎡ at 300 万元/亩 are 4,849.72 万元, not 4,800', async () => {
    const { commitments } = await zone.draft({
      parcels: [{ area: { value: '10777.16', unit: 'sqm' } }],
      commitments: [{ indicator: 'investment', perMuWan: '300' }],
    });
    expect(commitments).toMatchObject([
      { master: 'per-mu', perMuWan: '300', totalWan: '4849.722', percentOfStandard: '100', belowStandard: false },
    ]);
  });

  it.each([
    ['no area and no tick', { parcels: [] }, 'contract.area-missing', '/parcels'],
    ['an area of nought', { parcels: [{ area: { value: '0', unit: 'mu' } }] }, 'area.zero', '/parcels/0/area'],
    [
      'an area and the tick',
      { landFree: true, parcels: [{ area: { value: '1', unit: 'mu' } }] },
      'contract.land-free',
      '/landFree',
    ],
    ['an amount below one fen', { amount: { value: '0.001', unit: 'yuan' } }, 'money.too-fine', '/amount'],
    ['a unit nobody knows', { amount: { value: '1', unit: 'usd' } }, 'field.choice', '/amount/unit'],
    ['a park that is not there', { parkId: '01938000-0000-7000-8000-000000000001' }, 'park.unknown', '/parkId'],
    [
      'both sides of a promise',
      { commitments: [{ indicator: 'tax', perMuWan: '30', total: { value: '1500', unit: 'wan' } }] },
      'commitment.one-side',
      '/commitments/0',
    ],
    [
      'a promise per mu without land',
      { landFree: true, parcels: [], commitments: [{ indicator: 'tax', perMuWan: '30' }] },
      'commitment.area-missing',
      '/commitments/0',
    ],
    [
      'milestones out of order',
      {
        milestones: [
          { kind: 'construction-start', plannedOn: '2023-01-01' },
          { kind: 'completion', plannedOn: '2022-01-01' },
        ],
      },
      'milestone.order',
      '/milestones/1/plannedOn',
    ],
  ])('refuses a draft with %s', async (_case, more, code, pointer) => {
    const body = {
      kind: 'performance',
      enterpriseId: await zone.firm(),
      projectName: '拒收项目',
      parkId: zone.parks[0]!.id,
      industryId: zone.industries[0]!.id,
      parcels: [{ area: { value: '50', unit: 'mu' } }],
      ...more,
    };
    const problem = await zone.officer.refused(contracts.create, body);
    expect([problem.status, problem.errors.map((fault) => [fault.code, fault.pointer])]).toEqual([
      422,
      [[code, pointer]],
    ]);
  });

  it('land-free is said, and a promise is then a total', async () => {
    const { areaMu, commitments } = await zone.draft({
      landFree: true,
      commitments: [{ indicator: 'tax', total: { value: '0.15', unit: 'yi' } }],
    });
    expect([areaMu, commitments[0]?.totalWan, commitments[0]?.perMuWan, commitments[0]?.percentOfStandard]).toEqual([
      null,
      '1500',
      null,
      null,
    ]);
  });

  it('the same key twice is one draft', async () => {
    const body = {
      kind: 'performance' as const,
      enterpriseId: await zone.firm(),
      projectName: '一次项目',
      parkId: zone.parks[0]!.id,
      industryId: zone.industries[0]!.id,
      parcels: [{ area: { value: '9', unit: 'hectare' as const } }],
    };
    const headers = { 'idempotency-key': 'draft-once' };
    const first = await zone.officer.answer(contracts.create, body, { headers });
    const second = await zone.officer.answer(contracts.create, body, { headers });
    expect(second.body).toEqual(first.body);
    expect([first.status, first.headers.get('location'), first.headers.get('etag'), first.body.areaMu]).toEqual([
      201,
      `/api/v1/contracts/${first.body.id}`,
      '"1"',
      '135',
    ]);
    expect(await zone.officer.refused(contracts.create, body)).toMatchObject({
      status: 409,
      code: 'contract.duplicate',
    });
  });

  it('a draft changes under the version its editor saw; a second editor is told what differs', async () => {
    const { id } = await zone.draft();
    const changed = await zone.officer.call(
      contracts.update,
      { handlerName: '招商专员B', parcels: [{ area: { value: '60', unit: 'mu' } }] },
      { params: { id }, version: 1 },
    );
    expect(changed).toMatchObject({ handlerName: '招商专员B', areaMu: '60', version: 2 });
    const late = await zone.manager.refused(
      contracts.update,
      { handlerName: '招商专员C' },
      { params: { id }, version: 1 },
    );
    expect(late).toMatchObject({ status: 412, code: 'version.stale', fields: ['handlerName'] });
    expect((await zone.officer.refused(contracts.update, { handlerName: 'x' }, { params: { id } })).status).toBe(428);
  });

  it('a draft and its new promises are saved whole, or not at all', async () => {
    const { id, handlerName } = await zone.draft();
    const energy = { indicator: 'energy', total: { value: '900', unit: 'tce' } } as const;
    const half = await zone.officer.refused(
      contracts.update,
      { handlerName: '只改了一半', newCommitments: [energy, energy] },
      { params: { id }, version: 1 },
    );
    expect(half.code).toBe('commitment.duplicate');
    const kept = await zone.officer.call(contracts.one, undefined, { params: { id } });
    expect(kept).toMatchObject({ handlerName, version: 1 });
    expect(kept.commitments.some(({ indicator }) => indicator === 'energy')).toBe(false);
    const whole = await zone.officer.call(
      contracts.update,
      { handlerName: '招商专员B', newCommitments: [energy] },
      { params: { id }, version: 1 },
    );
    expect(whole.handlerName).toBe('招商专员B');
    expect(whole.commitments.some(({ indicator }) => indicator === 'energy')).toBe(true);
  });

  it('signing keeps the standard of that day; a later version changes nothing that was signed', async () => {
    const signed = await zone.signed({
      parkId: zone.parks[1]!.id,
      commitments: [
        { indicator: 'investment', perMuWan: '350' },
        { indicator: 'output', perMuWan: '500' },
        { indicator: 'tax', total: { value: '1500', unit: 'wan' } },
      ],
    });
    expect(signed).toMatchObject({
      status: 'signed',
      signedOn: '2021-06-01',
      belowStandard: false,
      standards: { investment: { perMuWan: '300' }, output: { perMuWan: '500' }, tax: { perMuWan: '30' } },
    });
    await zone.admin.call(provincialStandards.create, {
      indicator: 'investment',
      placeLevel: 'park',
      placeKey: zone.parks[1]!.id,
      validFrom: '2021-05-01',
      perMuWan: '400',
      documentNo: '示例〔2021〕9号',
    });
    expect((await one(signed.id)).standards.investment?.perMuWan).toBe('300');
    expect((await one((await zone.draft({ parkId: zone.parks[1]!.id })).id)).standards.investment?.perMuWan).toBe(
      '400',
    );
  });

  it('a promise below the standard is signed only with a reason and after another’s approval', async () => {
    const { id, version } = await zone.draft({
      commitments: [
        { indicator: 'investment', perMuWan: '300' },
        { indicator: 'tax', perMuWan: '29.999999' },
      ],
    });
    const refused = await zone.manager.refused(contracts.sign, { signedOn: '2021-06-01' }, { params: { id }, version });
    expect(refused).toMatchObject({
      status: 422,
      code: 'commitment.below-standard',
      errors: [{ code: 'commitment.below-standard', params: { indicator: 'tax', standardWan: '1500' } }],
    });
    await zone.checked(id);
    const reasoned = { signedOn: '2021-06-01', belowStandardReason: '强链项目，经主任办公会同意' };
    expect(await zone.manager.refused(contracts.sign, reasoned, { params: { id }, version })).toMatchObject({
      status: 409,
      code: 'contract.approval-needed',
      facts: { levels: 1 },
    });
    const signed = await zone.approved(id, version, '2021-06-01', reasoned.belowStandardReason);
    expect(signed).toMatchObject({
      belowStandard: true,
      belowStandardReason: '强链项目，经主任办公会同意',
      belowStandardApprovedBy: '周岚',
      status: 'signed',
    });
  });

  it('what is signed no longer changes, is not signed twice, and not by an officer', async () => {
    const { id, version } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    expect(
      await zone.manager.refused(contracts.update, { fullProductionYear: 2030 }, { params: { id }, version }),
    ).toMatchObject({ status: 409, code: 'contract.signed' });
    expect(
      await zone.manager.refused(contracts.sign, { signedOn: '2021-06-02' }, { params: { id }, version }),
    ).toMatchObject({ status: 409, code: 'contract.signed' });
    const draft = await zone.draft({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    expect(
      await zone.officer.refused(contracts.sign, { signedOn: '2021-06-02' }, { params: { id: draft.id }, version: 1 }),
    ).toMatchObject({ status: 403 });
    expect(
      await zone.manager.refused(contracts.sign, { signedOn: '2090-01-01' }, { params: { id: draft.id }, version: 1 }),
    ).toMatchObject({ status: 422, code: 'date.future' });
    const bare = await zone.draft();
    expect(
      await zone.manager.refused(contracts.sign, { signedOn: '2021-06-02' }, { params: { id: bare.id }, version: 1 }),
    ).toMatchObject({ status: 422, code: 'contract.no-commitment' });
  });

  it('a secretary sees the contracts of the firms assigned, and no other', async () => {
    const enterpriseId = await zone.firm();
    const [mine, other] = [await zone.draft({ enterpriseId }), await zone.draft()];
    await product.database.query(
      `SELECT set_config('app.actor', 'system:test', false); INSERT INTO secretary_assignment (id, user_id, enterprise_id, role, from_day) SELECT gen_random_uuid(), id, '${enterpriseId}', 'primary', '2021-01-01' FROM app_user WHERE username = 'secretary'`,
    );
    expect((await one(mine.id, zone.secretary)).id).toBe(mine.id);
    expect(await zone.secretary.refused(contracts.one, undefined, { params: { id: other.id } })).toMatchObject({
      status: 404,
      code: 'record.absent',
    });
    expect((await zone.secretary.call(contracts.list)).data.map(({ id }) => id)).toEqual([mine.id]);
    expect((await zone.secretary.call(parcels.list)).data.every(({ contractId }) => contractId === mine.id)).toBe(true);
  });

  it('the list finds by name, number and what hangs on the contract', async () => {
    const enterpriseId = await zone.firm('海南检索样例生物有限公司');
    const signed = await zone.signed(
      {
        enterpriseId,
        projectName: '检索项目',
        handlerName: '招商专员Q',
        parkId: zone.parks[3]!.id,
        commitments: [{ indicator: 'tax', perMuWan: '10' }],
      },
      '2022-02-02',
      '试点',
    );
    for (const filter of [
      { q: '检索样例' },
      { q: signed.number },
      { enterpriseId },
      { handlerName: '招商专员Q' },
      { parkId: zone.parks[3]!.id, belowStandard: true },
      { signedOn_gte: '2022-02-02', signedOn_lte: '2022-02-02' },
      { verdict: 'no-data', q: '检索' },
      { assessedYear: 2025, verdict: 'no-data', q: '检索' },
      { counted: true, q: '检索' },
    ]) {
      expect(
        (await zone.manager.call(contracts.list, undefined, { query: { filter } })).data.map(({ id }) => id),
      ).toEqual([signed.id]);
    }
    expect(
      (await zone.manager.call(contracts.list, undefined, { query: { filter: { q: '检索', verdict: 'met' } } })).data,
    ).toEqual([]);
    expect(
      await zone.manager.refused(contracts.list, undefined, { query: { filter: { colour: 'red' } } }),
    ).toMatchObject({ status: 422, errors: [{ code: 'filter.unknown' }] });
  });

  it('projects are known by firm and name, spelling forgiven', async () => {
    const enterpriseId = await zone.firm();
    const project = await zone.officer.call(investmentProjects.create, { name: '智能装备（一期）项目', enterpriseId });
    expect(
      await zone.officer.refused(investmentProjects.create, { name: '智能装备(一期) 项目', enterpriseId }),
    ).toMatchObject({ status: 409, code: 'project.duplicate' });
    const drafted = await zone.draft({ enterpriseId, projectId: project.id });
    expect([drafted.projectId, drafted.projectName]).toEqual([project.id, '智能装备（一期）项目']);
    expect(
      await zone.officer.call(
        investmentProjects.update,
        { parkId: zone.parks[0]!.id },
        { params: { id: project.id }, version: 1 },
      ),
    ).toMatchObject({ contracts: 1, parkId: zone.parks[0]!.id, version: 2 });
    expect((await zone.officer.call(enterprises.one, undefined, { params: { id: enterpriseId } })).id).toBe(
      enterpriseId,
    );
  });

  it('milestones carry a planned and an actual day', async () => {
    const { id } = await zone.draft({
      milestones: [
        { kind: 'construction-start', plannedOn: '2021-08-28' },
        { kind: 'land-granted', plannedOn: '2021-05-30', actualOn: '2021-05-26' },
      ],
    });
    const { data } = await zone.officer.call(milestones.list, undefined, { query: { filter: { contractId: id } } });
    expect(data.map((row) => [row.kind, row.daysLate])).toEqual([
      ['land-granted', -4],
      ['construction-start', null],
    ]);
    const start = data[1]!;
    expect(
      await zone.manager.call(
        milestones.record,
        { actualOn: '2021-09-15' },
        { params: { id: start.id }, version: start.version },
      ),
    ).toMatchObject({ actualOn: '2021-09-15', daysLate: 18 });
    expect((await one(id)).milestones.map(({ kind }) => kind)).toEqual(['land-granted', 'construction-start']);
  });

  it('every step stands in the audit with who took it', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    const steps = await product.database.query<{ action: string; username: string }>(
      `SELECT a.action, u.username
       FROM audit_entry a
       JOIN app_user u ON a.actor = 'user:' || u.id
       WHERE a.subject = 'contract' AND a.subject_id = $1 AND a.action IN ('insert', 'update')
       ORDER BY a.seq`,
      [id],
    );
    expect(steps).toEqual([
      { action: 'insert', username: 'officer' },
      { action: 'update', username: 'manager' },
    ]);
  });
});
