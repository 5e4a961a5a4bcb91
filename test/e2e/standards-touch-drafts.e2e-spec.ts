import { provincialStandardPreviews } from '@crm/api-contract/commitments';
import { imports } from '@crm/api-contract/imports';
import { provincialStandards } from '@crm/api-contract/standards';
import { committed, settled, uploaded } from '../servers/importing.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

// Before a new standard is added, a preview shows which unsigned contracts it affects, and how.
describe('a change of standards and the drafts', () => {
  let product: Product;
  let zone: Zone;
  let [richly, barely, elsewhere] = ['', '', ''];
  const tax = (perMuWan: string) => ({ commitments: [{ indicator: 'tax' as const, perMuWan }] });

  beforeAll(async () => {
    product = await startProduct();
    zone = await zoneOf(product);
    const promised = async (perMu: string, more = {}) => (await zone.draft({ ...tax(perMu), ...more })).id;
    [richly, barely, elsewhere] = [
      await promised('50'),
      await promised('33'),
      await promised('33', { parkId: zone.parks[1]!.id }),
    ];
    await zone.signed(tax('31'));
  });
  afterAll(() => product?.stop());
  const version = (perMuWan: string | null, more: object = {}) => ({
    indicator: 'tax' as const,
    placeLevel: 'park' as const,
    placeKey: zone.parks[0]!.id,
    validFrom: '2099-01-01',
    perMuWan,
    documentNo: '示例',
    ...more,
  });

  it('before → after for each draft of the place; what is signed is counted and stays', async () => {
    const seen = await zone.admin.call(provincialStandardPreviews.preview, version('40'));
    expect(
      seen.drafts
        .map(({ contractId, before, after, turns, from }) => [
          contractId,
          before.perMuWan,
          before.percent,
          after.perMuWan,
          after.percent,
          turns,
          from,
        ])
        .sort(),
    ).toEqual(
      [
        [richly, '30', '166.666666666667', '40', '125', 'same', '2099-01-01'],
        [barely, '30', '110', '40', '82.5', 'below', '2099-01-01'],
      ].sort(),
    );
    expect(seen).toMatchObject({ becomeBelow: 1, becomeClear: 0, signed: 1, closes: null });
    expect(await product.database.query(`SELECT count(*)::int AS n FROM provincial_standard`)).toEqual([{ n: 3 }]);
  });

  it('不设 takes the percentage away; the whole zone touches the other park too, once its own version ends', async () => {
    const none = await zone.admin.call(provincialStandardPreviews.preview, version(null));
    expect(
      none.drafts.every(({ after }) => after.perMuWan === null && after.percent === null && !after.belowStandard),
    ).toBe(true);
    const zoneWide = await zone.admin.call(
      provincialStandardPreviews.preview,
      version('35', { placeLevel: 'zone', placeKey: null }),
    );
    expect(zoneWide.drafts.map(({ contractId }) => contractId)).toContain(elsewhere);
    expect(zoneWide).toMatchObject({
      becomeBelow: 2,
      closes: { perMuWan: '30', validFrom: '2021-01-01', closesOn: '2098-12-31' },
    });
    expect(
      await zone.admin.refused(provincialStandards.create, version('35', { placeLevel: 'zone', placeKey: null })),
    ).toMatchObject({ status: 409, code: 'standard.follows-open' });
    expect(await zone.officer.refused(provincialStandardPreviews.preview, version('40'))).toMatchObject({
      status: 403,
    });
  });

  it('a sheet of standards shows the same before it is imported, and nothing once it is', async () => {
    const sheet = [
      '指标,适用范围,生效日期,失效日期,标准（万元/亩）,文号',
      `税收,${zone.parks[0]!.name},2099-01-01,长期,40,示例`,
      '税收,全区,2099-01-01,长期,35,示例',
    ].join('\n');
    const record = await uploaded(zone.admin, 'provincial-standards', '标准.csv', Buffer.from(sheet));
    const params = { id: record.id };
    expect(record.counts).toMatchObject({ valid: 1, invalid: 1 });
    expect(await zone.admin.call(imports.touched, undefined, { params })).toMatchObject({
      becomeBelow: 2,
      signed: 1,
      waiting: 1,
      drafts: [{}, {}, {}],
    });
    await zone.admin.call(
      imports.change,
      { confirm: record.questions.map(({ key }) => key) },
      { params, version: record.version },
    );
    expect((await settled(zone.admin, record.id)).counts).toMatchObject({ valid: 2, invalid: 0 });
    expect(await zone.admin.call(imports.touched, undefined, { params })).toMatchObject({
      becomeBelow: 2,
      waiting: 0,
      drafts: [{}, {}, {}],
    });
    expect(await committed(zone.admin, record.id)).toMatchObject({
      status: 'committed',
      result: { standards: 2, closed: 1 },
    });
    expect(await zone.admin.call(imports.touched, undefined, { params })).toMatchObject({ drafts: [], signed: 0 });
  });
});
