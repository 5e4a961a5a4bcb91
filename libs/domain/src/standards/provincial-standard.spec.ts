import { muFromSqm, roundForShow } from '../quantities/index.js';
import { indicators } from './indicators.js';
import { aStandard, standardsOf2021 } from './provincial-standard.example.js';
import { type ProvincialStandard, type StandardQuestion, minimumWan, standardInForce } from './provincial-standard.js';

const asked: StandardQuestion = {
  indicator: 'tax',
  park: 'meian',
  parkClass: 'key-park',
  region: 'haikou',
  industry: 'medicine',
  day: '2022-06-01',
};
const zone = aStandard('tax', 'zone').of('30').row;
const zoneMedicine = aStandard('tax', 'zone+medicine').of('31').forIndustry('medicine').row;
const region = aStandard('tax', 'region').of('32').inRegion('haikou').row;
const parkClass = aStandard('tax', 'class').of('33').inParkClass('key-park').row;
const classMedicine = aStandard('tax', 'class+medicine').of('34').inParkClass('key-park').forIndustry('medicine').row;
const park = aStandard('tax', 'park').of('35').inPark('meian').row;
const parkMedicine = aStandard('tax', 'park+medicine').of('36').inPark('meian').forIndustry('medicine').row;
const all = [zone, zoneMedicine, region, parkClass, classMedicine, park, parkMedicine];

describe('the standard in force', () => {
  it.each<[string, ProvincialStandard[], Partial<StandardQuestion>, string | null]>([
    ['the narrowest of all', all, {}, 'park+medicine'],
    ['a park for any industry before the class for this industry', [classMedicine, park], {}, 'park'],
    ['a class before its region', [region, parkClass, zoneMedicine], {}, 'class'],
    ['a region before the whole zone', [zoneMedicine, region], {}, 'region'],
    ['within one place, the industry before any', [zone, zoneMedicine], {}, 'zone+medicine'],
    ['any industry where this one has no row', all, { industry: 'tourism' }, 'park'],
    ['another park falls back to its class', all, { park: 'yunlong' }, 'class+medicine'],
    [
      'a place known by nothing gets the zone',
      all,
      { park: null, parkClass: null, region: null, industry: null },
      'zone',
    ],
    ['none of another indicator', all, { indicator: 'output' }, null],
    ['none before the first day', all, { day: '2020-12-31' }, null],
    ['the first day counts', [zone], { day: '2021-01-01' }, 'zone'],
    ['nothing laid down', [], {}, null],
  ])('%s', (_, rows, change, id) => {
    expect(standardInForce(rows, { ...asked, ...change })?.id ?? null).toBe(id);
    expect(standardInForce([...rows].reverse(), { ...asked, ...change })?.id ?? null).toBe(id);
  });

  it('is the version of the signing day, to its last day', () => {
    const first = aStandard('tax', 'first').of('30').to('2022-12-31').row;
    const second = aStandard('tax', 'second').of('40').from('2023-01-01').row;
    const on = (day: string) => standardInForce([second, first], { ...asked, day })?.id;
    expect([on('2021-01-01'), on('2022-12-31'), on('2023-01-01'), on('2026-11-20')]).toEqual([
      'first',
      'first',
      'second',
      'second',
    ]);
  });

  it('does not fall back to a wider row if the narrowest row is 不设', () => {
    const unset = aStandard('tax', 'unset').of(null).inPark('meian').row;
    const row = standardInForce([zone, unset], asked);
    expect([row?.id, minimumWan(row, '60')]).toEqual(['unset', null]);
  });

  it('is 300 / 500 / 30 for the ledger of 2021, wherever and whatever', () => {
    const values = indicators.map(
      (indicator) => standardInForce(standardsOf2021, { ...asked, indicator, day: '2021-03-11' })?.perMuWan,
    );
    expect(values).toEqual(['300', '500', '30']);
  });
});

describe('worked case 3: the minima of 220 / 200 / 15 on 18,731 ㎡', () => {
  it.each([
    ['investment', '220', '6181.23'],
    ['output', '200', '5619.30'],
    ['tax', '15', '421.45'],
  ] as const)('%s at %s 万元/亩 is at least %s 万元', (indicator, perMuWan, least) => {
    expect(roundForShow(minimumWan(aStandard(indicator).of(perMuWan).row, muFromSqm('18731'))!, 2)).toBe(least);
  });
});
