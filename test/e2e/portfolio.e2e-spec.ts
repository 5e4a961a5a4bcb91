import { actuals, portfolio } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { provincialStandards } from '@crm/api-contract/standards';
import { roundForShow } from '@crm/domain/quantities';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

const shown = (values: Record<string, string | null>) =>
  Object.values(values).map((value) => (value === null ? null : roundForShow(value, 2)));

describe('the portfolio', () => {
  let product: Product;
  let zone: Zone;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
  });
  afterAll(() => product?.stop());

  const perMu = async (query: object) =>
    (await zone.manager.call(portfolio.perMu, undefined, { query: query as Record<string, string> })).groups;

  it('case 1: area-weighted, never the mean of means', async () => {
    const year = { signedFrom: '2021-01-01', signedTo: '2021-12-31' };
    for (const [mu, ...totals] of [
      ['100', '70000', '100000', '9000'],
      ['60', '36000', '55200', '4400'],
      ['40', '28000', '40000', '3000'],
    ] as const) {
      await zone.signed(
        {
          parcels: [{ area: { value: mu, unit: 'mu' } }],
          commitments: (['investment', 'output', 'tax'] as const).map((indicator, i) => ({
            indicator,
            total: { value: totals[i]!, unit: 'wan' as const },
          })),
        },
        '2021-03-01',
      );
    }
    const [all] = await perMu(year);
    expect([shown(all!.perMuWan), shown(all!.percentOfStandard)]).toEqual([
      ['670.00', '976.00', '82.00'],
      ['223.33', '195.20', '273.33'],
    ]);
    expect(all).toMatchObject({
      contracts: 3,
      areaMu: '200',
      investmentWan: '134000',
      outputWan: '195200',
      taxWan: '16400',
      standardPerMuWan: { investment: '300', output: '500', tax: '30' },
      verdicts: { 'no-data': 3 },
    });
    expect(await perMu({ ...year, asOf: '2026-11-20' })).toEqual([all]);
  });

  it('case 13: mixed standards, and one that is not set', async () => {
    const [a, b, c] = [zone.parks[1]!.id, zone.parks[2]!.id, zone.parks[3]!.id];
    const version = (placeKey: string, perMuWan: string | null) =>
      zone.admin.call(provincialStandards.create, {
        indicator: 'investment',
        placeLevel: 'park',
        placeKey,
        validFrom: '2022-01-01',
        perMuWan,
        documentNo: '示例〔2022〕1号',
      });
    await version(b, '220');
    await version(c, null);
    const sign = (parkId: string, mu: string, perMuWan: string) =>
      zone.signed(
        {
          parkId,
          parcels: [{ area: { value: mu, unit: 'mu' } }],
          commitments: [{ indicator: 'investment', perMuWan }],
        },
        '2022-05-01',
      );
    await sign(a, '100', '600');
    await sign(b, '50', '300');
    const year = { signedFrom: '2022-01-01', signedTo: '2022-12-31' };
    const [two] = await perMu(year);
    expect([
      roundForShow(two!.perMuWan.investment!, 2),
      roundForShow(two!.percentOfStandard.investment!, 2),
      two!.standardWan.investment,
    ]).toEqual(['500.00', '182.93', '41000']);
    await sign(c, '30', '400');
    const [three] = await perMu(year);
    expect([
      roundForShow(three!.perMuWan.investment!, 2),
      roundForShow(three!.percentOfStandard.investment!, 2),
      three!.perMuWan.tax,
    ]).toEqual(['483.33', '182.93', null]);
    const byPark = await perMu({ ...year, groupBy: 'park' });
    expect(
      byPark.map((group) => [
        group.key,
        group.percentOfStandard.investment && roundForShow(group.percentOfStandard.investment, 2),
      ]),
    ).toEqual([
      [a, '200.00'],
      [b, '136.36'],
      [c, null],
    ]);
  });

  it('framework agreements stand apart, drafts and letters of intent nowhere', async () => {
    const year = { signedFrom: '2023-01-01', signedTo: '2023-12-31' };
    await zone.signed(
      { amount: { value: '8', unit: 'yi' }, commitments: [{ indicator: 'tax', perMuWan: '30' }] },
      '2023-03-01',
    );
    await zone.signed(
      { kind: 'framework', landFree: true, parcels: [], amount: { value: '20', unit: 'yi' } },
      '2023-03-01',
    );
    await zone.signed(
      { kind: 'letter-of-intent', landFree: true, parcels: [], amount: { value: '99', unit: 'yi' } },
      '2023-03-01',
    );
    await zone.signed({ kind: 'substantive', amount: { value: '1', unit: 'yi' } }, '2023-03-01');
    await zone.draft({ commitments: [{ indicator: 'tax', perMuWan: '300' }] });
    const answer = await zone.manager.call(portfolio.perMu, undefined, { query: year });
    expect(answer).toMatchObject({
      substantiveContracts: 2,
      substantiveWan: '90000',
      frameworkContracts: 1,
      frameworkWan: '200000',
      groups: [{ contracts: 1, amountWan: '80000' }],
    });
  });

  it('case 9: signed at two events, counted once with its first amount; 20 亿 of a framework apart', async () => {
    const first = await zone.signed(
      { kind: 'substantive', parcels: [], landFree: true, amount: { value: '8', unit: 'yi' } },
      '2019-03-01',
    );
    const again = { enterpriseId: first.enterpriseId, projectId: first.projectId, parcels: [], landFree: true };
    await zone.signed(
      {
        ...again,
        amount: { value: '8', unit: 'yi' },
        commitments: [{ indicator: 'tax', total: { value: '500', unit: 'wan' } }],
      },
      '2019-09-01',
    );
    await zone.signed({ ...again, kind: 'framework', amount: { value: '20', unit: 'yi' } }, '2019-01-01');
    const ask = (query: object) =>
      zone.manager.call(portfolio.perMu, undefined, { query: query as Record<string, string> });
    expect(await ask({ signedFrom: '2019-01-01', signedTo: '2019-12-31' })).toMatchObject({
      substantiveContracts: 1,
      substantiveWan: '80000',
      frameworkContracts: 1,
      frameworkWan: '200000',
      groups: [{ contracts: 1, taxWan: '500', perMuWan: { tax: null } }],
    });
    // In the period of the second event the project is not counted again, but its commitments are.
    expect(await ask({ signedFrom: '2019-09-01', signedTo: '2019-12-31' })).toMatchObject({
      substantiveContracts: 0,
      substantiveWan: '0',
      groups: [{ contracts: 1 }],
    });
  });

  it('each number opens the rows that add up to it', async () => {
    const [all] = await perMu({});
    const { data, total } = await zone.manager.call(contracts.list, undefined, {
      query: { perPage: 200, filter: { counted: true } },
    });
    expect([total, data.length]).toEqual([all!.contracts, all!.contracts]);
    for (const verdict of ['met', 'no-data', 'not-due', 'breach'] as const) {
      const rows = await zone.manager.call(contracts.list, undefined, {
        query: { filter: { counted: true, verdict } },
      });
      expect([verdict, rows.total]).toEqual([verdict, all!.verdicts[verdict]]);
    }
  });

  it('a figure moves attainment, the heat map and what waits for a decision, in the same moment', async () => {
    const signed = await zone.signed(
      {
        parkId: zone.parks[5]!.id,
        parcels: [{ area: { value: '10', unit: 'mu' } }],
        commitments: [{ indicator: 'tax', perMuWan: '30' }],
      },
      '2020-05-01',
      '标准生效前签约',
    );
    const scope = { signedFrom: '2020-01-01', signedTo: '2020-12-31' };
    const report = (year: number, value: string) =>
      zone.officer.call(actuals.create, {
        contractId: signed.id,
        indicator: 'tax',
        year,
        source: 'tax-office',
        value: { value, unit: 'wan' },
      });
    await report(2024, '330');
    expect((await perMu({ ...scope, assessedYear: 2024 }))[0]).toMatchObject({
      attainmentPercent: { tax: '110' },
      actualPerMuWan: { tax: '33' },
      reported: { tax: 1 },
      noData: { tax: 0 },
      verdicts: { met: 1 },
    });
    await report(2025, '270');
    expect((await perMu(scope))[0]).toMatchObject({
      attainmentPercent: { tax: '90' },
      verdicts: { warning: 1 },
      percentOfStandard: { tax: null },
    });
    const heat = await zone.manager.call(portfolio.heatMap, undefined, { query: scope });
    expect(heat.rows).toMatchObject([
      {
        contractId: signed.id,
        years: [
          { year: 2024, verdict: 'met', lowestAttainmentPercent: '110' },
          { year: 2025, verdict: 'warning', lowestAttainmentPercent: '90' },
        ],
      },
    ]);
    const { rows } = await zone.manager.call(portfolio.decisions, undefined, { query: scope });
    expect(rows).toMatchObject([
      {
        contractId: signed.id,
        year: 2025,
        verdict: 'warning',
        indicator: 'tax',
        attainmentPercent: '90',
        shortfallWan: '30',
        shortfallPerMuWan: '3',
      },
    ]);
  });

  it('an officer reads it, a secretary does not', async () => {
    expect((await zone.officer.call(portfolio.perMu)).groups).toHaveLength(1);
    for (const route of [portfolio.perMu, portfolio.heatMap, portfolio.decisions])
      expect(await zone.secretary.refused(route)).toMatchObject({ status: 403, code: 'access.denied' });
    expect(await zone.manager.refused(portfolio.perMu, undefined, { query: { groupBy: 'weather' } })).toMatchObject({
      status: 422,
    });
  });
});
