import fc from 'fast-check';
import { areaMuOf, sqmFromMu, typedArea } from './area.js';
import { Decimal, plain, roundForShow } from './decimal.js';
import { typedMoney, wanFromYi, wanOf, yiFromWan, yuanFromWan } from './money.js';
import { percentOf, perMuWan, reaches, totalWan, weightedPerMu } from './per-mu.js';
import { muFromSqm, percentText } from './shown.example.js';

const codeOf = (act: () => unknown): string => {
  try {
    return `accepted ${JSON.stringify(act())}`;
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('area', () => {
  it.each([
    ['18731', '28.0965'],
    ['10777.16', '16.16574'],
    ['1', '0.0015'],
    ['2000', '3'],
  ])('%s ㎡ are %s 亩 exactly', (sqm, mu) => {
    expect(plain(muFromSqm(sqm))).toBe(mu);
  });

  it('takes 2000/3 ㎡ for a 亩, not 667', () => {
    expect(roundForShow(muFromSqm('24023.52'), 2)).toBe('36.04');
    expect(roundForShow(sqmFromMu('1'), 4)).toBe('666.6667');
    expect(plain(areaMuOf({ value: '2.5', unit: 'hectare' }))).toBe('37.5');
  });

  it('comes back from ㎡ to the same 亩', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (milli) => {
        const mu = new Decimal(milli).div(1000);
        expect(muFromSqm(sqmFromMu(mu)).toDecimalPlaces(40).eq(mu)).toBe(true);
      }),
    );
  });

  it.each([
    ['0', 'mu', 'area.zero'],
    ['0.0000', 'sqm', 'area.zero'],
    ['0.00001', 'mu', 'area.range'],
    ['1000000000', 'mu', 'area.range'],
    ['18731.123', 'sqm', 'area.too-fine'],
  ] as const)('refuses %s %s with %s', (value, unit, code) => {
    expect(codeOf(() => areaMuOf({ value, unit }))).toBe(code);
  });

  it('stores every entry in ㎡ with two decimals without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 6 * 10 ** 10 }), (hundredths) => {
        const value = new Decimal(hundredths).div(100);
        expect(areaMuOf({ value, unit: 'sqm' }).times(2000).eq(value.times(3))).toBe(true);
      }),
    );
  });

  it.each([
    ['18731㎡', undefined, '28.0965', 'sqm'],
    ['18731 平方米', 'mu', '28.0965', 'sqm'],
    ['18731m²', undefined, '28.0965', 'sqm'],
    ['３６．０４亩', undefined, '36.04', 'mu'],
    ['2.5 公顷', undefined, '37.5', 'hectare'],
    ['60', 'mu', '60', 'mu'],
  ] as const)('reads %p (field in %s) as %s 亩', (text, fieldUnit, areaMu, unit) => {
    expect(typedArea(text, fieldUnit)).toMatchObject({ areaMu, unit, asTyped: text });
  });

  it.each([
    ['60', 'unit.missing'],
    ['60 顷', 'unit.unknown'],
    ['60 亿', 'unit.unknown'],
    ['1,000 亩', 'decimal.format'],
    ['-3亩', 'decimal.range'],
    ['亩', 'decimal.format'],
  ])('refuses %p with %s', (text, code) => {
    expect(codeOf(() => typedArea(text))).toBe(code);
  });
});

describe('money', () => {
  it('converts exactly', () => {
    expect([wanFromYi('66.3'), yiFromWan('662996.54'), yuanFromWan('0.000001')].map(plain)).toEqual([
      '663000',
      '66.299654',
      '0.01',
    ]);
  });

  it.each([
    ['66.3 亿', undefined, '663000', 'yi'],
    ['66.3亿元', 'wan', '663000', 'yi'],
    ['1500', 'wan', '1500', 'wan'],
    ['1500万', 'yuan', '1500', 'wan'],
    ['5000元', 'wan', '0.5', 'yuan'],
    ['0', 'wan', '0', 'wan'],
  ] as const)('reads %p (field in %s) as %s 万元', (text, fieldUnit, wan, unit) => {
    expect(typedMoney(text, fieldUnit)).toMatchObject({ wan, unit, asTyped: text });
  });

  it.each([
    ['1500', 'unit.missing'],
    ['1500 USD', 'unit.unknown'],
    ['1500 亩', 'unit.unknown'],
    ['壹佰万', 'unit.unknown'],
    ['999999999999亿', 'money.range'],
    ['0.001元', 'money.too-fine'],
  ])('refuses %p with %s', (text, code) => {
    expect(codeOf(() => typedMoney(text))).toBe(code);
  });

  it('refuses a negative amount that a rule computed', () => {
    expect(codeOf(() => wanOf({ value: '-1', unit: 'wan' }))).toBe('money.range');
  });
});

describe('per mu', () => {
  it('multiplies before anything is rounded: 10,777.16 ㎡ at 300 万元/亩', () => {
    expect(roundForShow(totalWan('300', muFromSqm('10777.16')), 2)).toBe('4849.72');
  });

  it('has no per-mu value without land', () => {
    expect([perMuWan('100', '0'), weightedPerMu([])]).toEqual([null, null]);
  });

  it('weighs by area', () => {
    expect(
      plain(
        weightedPerMu([
          { totalWan: '70000', areaMu: '100' },
          { totalWan: '36000', areaMu: '60' },
          { totalWan: '28000', areaMu: '40' },
        ])!,
      ),
    ).toBe('670');
  });

  it('lies between the smallest and the largest plot, and does not depend on the order', () => {
    const plot = fc.record({
      perMu: fc.integer({ min: 1, max: 100_000 }),
      areaMu: fc.integer({ min: 1, max: 100_000 }).map((n) => String(n / 100)),
    });
    fc.assert(
      fc.property(fc.array(plot, { minLength: 1, maxLength: 20 }), (plots) => {
        const rows = plots.map(({ perMu, areaMu }) => ({ totalWan: totalWan(String(perMu), areaMu), areaMu }));
        const average = weightedPerMu(rows)!;
        const perMus = plots.map((p) => p.perMu);
        expect(
          average.toDecimalPlaces(60).gte(Math.min(...perMus)) && average.toDecimalPlaces(60).lte(Math.max(...perMus)),
        ).toBe(true);
        expect(weightedPerMu([...rows].reverse())!.eq(average)).toBe(true);
      }),
    );
  });

  it('does not change when one plot is split in two', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (perMu, a, b) => {
          const rows = (areas: number[]) =>
            areas.map((mu) => ({ totalWan: totalWan(String(perMu), String(mu)), areaMu: String(mu) }));
          expect(weightedPerMu(rows([a, b]))!.eq(weightedPerMu(rows([a + b]))!)).toBe(true);
        },
      ),
    );
  });
});

describe('percent', () => {
  it.each([
    ['670', '300', '223', '223.33'],
    ['976', '500', '195', '195.20'],
    ['82', '30', '273', '273.33'],
    ['0', '30', '0', '0.00'],
  ])('%s of %s is %s, finer %s', (part, whole, asWhole, fine) => {
    const percent = percentOf(part, whole);
    expect([percentText(percent, 'whole'), percentText(percent, 'fine')]).toEqual([asWhole, fine]);
  });

  it.each([
    [null, '30'],
    ['5', null],
    ['5', '0'],
  ])('%p of %p is not a number, so none is shown', (part, whole) => {
    expect(percentText(percentOf(part, whole), 'fine')).toBeNull();
  });

  it('reaches its share by multiplication, inclusive', () => {
    expect([reaches('1200', '1500', '80'), reaches('1199.999999', '1500', '80'), reaches('0', '0', '80')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('agrees with the exact fraction where a rounded percentage would not', () => {
    expect(percentText(percentOf('799999', '1000000'), 'fine')).toBe('80.00');
    expect(reaches('799999', '1000000', '80')).toBe(false);
  });
});
