import { parks } from '@crm/api-contract/parks';
import { provincialStandards, workingDays } from '@crm/api-contract/standards';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

describe('standards and the working-day calendar', () => {
  let product: Product;
  let admin: Client;
  let officer: Client;
  let meian = '';

  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    [admin, officer] = [await Client.signedIn(product, 'admin'), await Client.signedIn(product, 'officer')];
    meian = (await officer.call(parks.list, undefined, { query: { sort: 'position' } })).data[0]!.id;
  });
  afterAll(() => product?.stop());

  it('the version derived from the 2021 report is there, and says so', async () => {
    const { data } = await officer.call(provincialStandards.list);
    expect(Object.fromEntries(data.map((row) => [row.indicator, row.perMuWan]))).toEqual({
      investment: '300',
      output: '500',
      tax: '30',
    });
    expect(data.every((row) => row.derived && row.placeName === '全区' && row.validFrom === '2021-01-01')).toBe(true);
  });

  it('case 3: another place’s standard, and the minimum of a plot', async () => {
    const values = { investment: '220', output: '200', tax: '15' } as const;
    for (const indicator of ['investment', 'output', 'tax'] as const) {
      await admin.call(provincialStandards.create, {
        indicator,
        placeLevel: 'park',
        placeKey: meian,
        validFrom: '2025-01-01',
        perMuWan: values[indicator],
        documentNo: '示例〔2025〕3号',
      });
    }
    const { indicators } = await officer.call(provincialStandards.inForce, undefined, {
      query: { parkId: meian, on: '2025-10-20', areaMu: '28.0965' },
    });
    expect(indicators).toMatchObject({
      investment: { perMuWan: '220', minimumWan: '6181.23' },
      output: { perMuWan: '200', minimumWan: '5619.3' },
      tax: { perMuWan: '15', minimumWan: '421.4475' },
    });
    const before = await officer.call(provincialStandards.inForce, undefined, {
      query: { parkId: meian, on: '2024-12-31', areaMu: '28.0965' },
    });
    expect(before.indicators.tax).toMatchObject({ perMuWan: '30' });
  });

  it('case 3: 不设 is an answer without a value, never nought', async () => {
    await admin.call(provincialStandards.create, {
      indicator: 'tax',
      placeLevel: 'park',
      placeKey: meian,
      industryId: null,
      validFrom: '2020-01-01',
      validTo: '2020-12-31',
      perMuWan: null,
      documentNo: '示例〔2020〕1号',
    });
    const { indicators } = await officer.call(provincialStandards.inForce, undefined, {
      query: { parkId: meian, on: '2020-06-01', areaMu: '10' },
    });
    expect(indicators).toMatchObject({ tax: { perMuWan: null, minimumWan: null }, investment: null });
  });

  it('a version is added once, by an administrator', async () => {
    const again = {
      indicator: 'tax',
      placeLevel: 'park',
      placeKey: meian,
      validFrom: '2025-01-01',
      perMuWan: '16',
      documentNo: '示例',
    } as const;
    expect(await admin.refused(provincialStandards.create, again)).toMatchObject({
      status: 409,
      code: 'standard.overlap',
    });
    expect(await admin.refused(provincialStandards.create, { ...again, validFrom: '2026-01-01' })).toMatchObject({
      status: 409,
      code: 'standard.follows-open',
    });
    expect(await officer.refused(provincialStandards.create, again)).toMatchObject({
      status: 403,
      code: 'access.denied',
    });
  });

  it('a version sent twice with one key is one version', async () => {
    const draft = {
      indicator: 'output',
      placeLevel: 'region',
      placeKey: '海口',
      validFrom: '2023-01-01',
      perMuWan: '320.5',
      documentNo: '示例',
    } as const;
    const headers = { 'idempotency-key': 'standard-once' };
    const [first, second] = [
      await admin.call(provincialStandards.create, draft, { headers }),
      await admin.call(provincialStandards.create, draft, { headers }),
    ];
    expect(second).toEqual(first);
  });

  it('case 7: five working days across the golden week of 2021', async () => {
    expect(
      await officer.call(workingDays.due, undefined, { query: { received: '2021-09-30', workingDays: 5 } }),
    ).toEqual({
      received: '2021-09-30',
      workingDays: 5,
      due: '2021-10-13',
      extensionUntil: '2021-10-12',
      yearsNotLoaded: [],
    });
  });

  it('case 7: a year that is not loaded is told', async () => {
    expect(
      (await officer.call(workingDays.due, undefined, { query: { received: '2031-01-06', workingDays: 3 } }))
        .yearsNotLoaded,
    ).toEqual([2031]);
  });

  it('the calendar names the Saturday that is worked', async () => {
    const { data } = await officer.call(workingDays.list, undefined, {
      query: { perPage: 200, filter: { year: 2021 } },
    });
    expect(data).toContainEqual(expect.objectContaining({ day: '2021-10-09', kind: 'make-up' }));
    expect(data.every(({ day }) => day.startsWith('2021'))).toBe(true);
  });
});
