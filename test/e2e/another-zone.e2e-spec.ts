import { actuals, assessments, portfolio } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { leads } from '@crm/api-contract/leads';
import { industries, industryChains, parks, type Industry, type Park } from '@crm/api-contract/parks';
import { provincialStandards } from '@crm/api-contract/standards';
import { Client } from '../servers/client.js';
import { committed, uploaded } from '../servers/importing.js';
import { book, codes, contract, counted, faults, header } from '../servers/ledger-sheets.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

/** A zone of another city: nothing of the first one is left. */
describe('a zone with three parks of other names', () => {
  let product: Product;
  let admin: Client;
  let zone: Zone;
  const made: Park[] = [];
  let optics: Industry;

  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts' });
    await product.database.query(
      `SELECT set_config('app.actor', 'system:test', false);
       DELETE FROM industry; DELETE FROM industry_chain; DELETE FROM park`,
    );
    admin = await Client.signedIn(product, 'admin');
    const chain = await admin.call(industryChains.create, { code: 'gd', name: '光电信息', chief: '王主任' });
    optics = await admin.call(industries.create, {
      code: 'GXQJ',
      name: '光学器件',
      chainId: chain.id,
      aliases: ['光电器件'],
    });
    for (const [code, name, shortName] of [
      ['DH', '东湖光电园', '东湖'],
      ['NS', '南山装备园', '南山'],
      ['BJ', '北江物流园', '北江'],
    ] as const)
      made.push(
        await admin.call(parks.create, { code, name, shortName, areaMu: '1200.5', leadingIndustryIds: [optics.id] }),
      );
    zone = await zoneOf(product);
  });
  afterAll(() => product?.stop());

  it('lists its own parks, in their order', async () => {
    expect(zone.parks.map(({ name, position }) => [name, position])).toEqual([
      ['东湖光电园', 1],
      ['南山装备园', 2],
      ['北江物流园', 3],
    ]);
    expect(zone.industries).toMatchObject([{ code: 'GXQJ', chainName: '光电信息' }]);
  });

  it('from a standard of its own to a signed contract and its verdict', async () => {
    await admin.call(provincialStandards.create, {
      indicator: 'tax',
      placeLevel: 'park',
      placeKey: made[1]!.id,
      validFrom: '2021-01-01',
      perMuWan: '20',
      documentNo: '示例〔2021〕1号',
    });
    const signed = await zone.signed({
      parkId: made[1]!.id,
      parcels: [{ area: { value: '50', unit: 'mu' } }],
      commitments: [{ indicator: 'tax', perMuWan: '25' }],
    });
    expect(signed).toMatchObject({ parkName: '南山装备园', industryName: '光学器件' });
    await zone.officer.call(actuals.create, {
      contractId: signed.id,
      indicator: 'tax',
      year: 2024,
      source: 'tax-office',
      value: { value: '950', unit: 'wan' },
    });
    const { data } = await zone.officer.call(assessments.list, undefined, {
      query: { filter: { contractId: signed.id, year: 2024 } },
    });
    // 950 of 50 × 25 = 1,250 are 76 %.
    expect(data).toMatchObject([{ verdict: 'breach', attainmentPercent: '76' }]);
  });

  it('takes a ledger that names its parks and industries, also by short and other names', async () => {
    const rows = [
      header,
      contract('甲项目', { 3: '光学器件', 4: '东湖光电园' }),
      contract('乙项目', { 2: codes[1], 3: '光电器件', 4: 'BJ' }),
      contract('丙项目', { 2: codes[2], 3: '医药制造', 4: '美安' }),
    ];
    const record = await uploaded(zone.manager, 'contract-ledger', '台账.xlsx', book(rows));
    expect(counted(record)?.slice(0, 2)).toEqual([2, 1]);
    expect(faults(record).map((fault) => fault.split(' ')[1])).toEqual(
      expect.arrayContaining(['industry.unknown', 'park.unknown']),
    );
    expect(await committed(zone.manager, record.id)).toMatchObject({ status: 'committed' });
  });

  it('its portfolio has its parks', async () => {
    const { groups } = await zone.manager.call(portfolio.perMu, undefined, { query: { groupBy: 'park' } });
    expect(groups.map(({ name, contracts: count }) => [name, count])).toEqual([
      ['东湖光电园', 1],
      ['南山装备园', 1],
      ['北江物流园', 1],
    ]);
  });

  it('a park is closed by a day: it is shown where it is used, chosen no more, and kept by who has it', async () => {
    const [, south] = made as [Park, Park];
    const { data, total } = await admin.call(parks.uses, undefined, { params: { id: south.id } });
    expect(total).toBeGreaterThanOrEqual(3);
    expect(data).toEqual(expect.arrayContaining([{ table: 'contract', count: 1 }]));
    expect(
      await zone.manager.refused(parks.close, { from: '2026-01-01', reason: '并入' }, { params: { id: south.id } }),
    ).toMatchObject({ status: 403 });
    await admin.call(parks.close, { from: '2026-01-01', reason: '并入东湖' }, { params: { id: south.id }, version: 1 });
    const draft = {
      kind: 'performance' as const,
      enterpriseId: await zone.firm(),
      projectName: '晚到的项目',
      parkId: south.id,
      industryId: optics.id,
      parcels: [{ area: { value: '10', unit: 'mu' as const } }],
    };
    expect(await zone.officer.refused(contracts.create, draft)).toMatchObject({
      errors: [{ pointer: '/parkId', code: 'park.closed' }],
    });
    expect(
      await zone.officer.refused(leads.create, {
        enterpriseName: '晚到的企业',
        projectName: '晚到的项目',
        parkId: south.id,
        investmentWan: '100',
        nextStep: '去电',
        nextOn: '2030-01-01',
      }),
    ).toMatchObject({ errors: [{ pointer: '/parkId', code: 'park.closed' }] });
    const { groups } = await zone.manager.call(portfolio.perMu, undefined, { query: { groupBy: 'park' } });
    expect(groups.map(({ name }) => name)).toContain('南山装备园');
    await admin.call(parks.reopen, undefined, { params: { id: south.id } });
    await zone.officer.call(contracts.create, draft);
  });

  it('refuses a code that is taken, at its field, and a change that is stale', async () => {
    expect(await admin.refused(parks.create, { code: 'dh', name: '另一园', shortName: '另' })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/code', code: 'reference.code-taken' }],
    });
    const at = { params: { id: made[0]!.id } };
    await admin.call(parks.update, { nameEn: 'East Lake Photonics Park' }, { ...at, version: 1 });
    expect(await admin.refused(parks.update, { nameEn: 'East Lake' }, { ...at, version: 1 })).toMatchObject({
      status: 412,
      fields: ['nameEn'],
    });
    expect(await admin.refused(parks.update, { nameEn: 'East Lake' }, at)).toMatchObject({ status: 428 });
  });
});
