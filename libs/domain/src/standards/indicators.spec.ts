import fc from 'fast-check';
import { plain } from '../quantities/index.js';
import {
  isRefund,
  type PromisedIndicator,
  type TypedUnit,
  indicatorRules,
  indicators,
  isPerMu,
  promisedIndicators,
  quantityOf,
} from './indicators.js';

const codeOf = (act: () => unknown): string => {
  try {
    return `accepted ${JSON.stringify(act())}`;
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('indicators', () => {
  it('exactly those with a standard are per mu, in 万元', () => {
    expect(promisedIndicators.filter(isPerMu)).toEqual([...indicators]);
    expect(indicators.every((indicator) => indicatorRules[indicator].unit === 'wan')).toBe(true);
  });

  it('only energy is an upper bound, and only investment is cumulative', () => {
    expect(promisedIndicators.filter((indicator) => indicatorRules[indicator].bound === 'at-most')).toEqual(['energy']);
    expect(promisedIndicators.filter((indicator) => indicatorRules[indicator].cumulative)).toEqual(['investment']);
  });
});

describe('a quantity as typed', () => {
  it.each<[PromisedIndicator, string, TypedUnit, string]>([
    ['rd-spend', '0.12', 'yi', '1200'],
    ['rd-spend', '35000', 'yuan', '3.5'],
    ['rd-share', '3.5', 'percent', '3.5'],
    ['rd-share', '100', 'percent', '100'],
    ['rd-headcount', '45', 'person', '45'],
    ['jobs', '0', 'person', '0'],
    ['energy', '1250.75', 'tce', '1250.75'],
    ['tax', '1500', 'wan', '1500'],
  ])('%s of %s %s is %s in its unit', (indicator, value, unit, stored) => {
    expect(plain(quantityOf(indicator, { value, unit }))).toBe(stored);
  });

  it.each<[PromisedIndicator, string, TypedUnit, string]>([
    ['rd-headcount', '45', 'wan', 'quantity.unit'],
    ['rd-share', '3.5', 'wan', 'quantity.unit'],
    ['energy', '1000', 'percent', 'quantity.unit'],
    ['tax', '1500', 'person', 'quantity.unit'],
    ['jobs', '12.5', 'person', 'quantity.whole'],
    ['rd-share', '100.000001', 'percent', 'quantity.percent'],
    ['rd-spend', '0.001', 'yuan', 'money.too-fine'],
  ])('%s of %s %s is refused: %s', (indicator, value, unit, code) => {
    expect(codeOf(() => quantityOf(indicator, { value, unit }))).toBe(code);
  });

  it('keeps an amount of money whichever unit it was typed in', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<PromisedIndicator>('investment', 'output', 'tax', 'rd-spend'),
        fc.integer({ min: 0, max: 10 ** 9 }),
        (indicator, hundreds) => {
          const [yuan, wan, yi] = (
            [
              ['yuan', hundreds * 100],
              ['wan', hundreds / 100],
              ['yi', hundreds / 1_000_000],
            ] as const
          ).map(([unit, value]) => plain(quantityOf(indicator, { value: value.toFixed(6), unit })));
          expect([yuan, yi]).toEqual([wan, wan]);
        },
      ),
    );
  });
});

describe('退税', () => {
  it.each([
    ['tax', '-85.5', true],
    ['tax', '-0.01', true],
    ['tax', '-10', true],
    ['tax', '0', false],
    ['tax', '-0', false],
    ['tax', '85.5', false],
    ['output', '-85.5', false],
  ] as const)('%s %s: %s', (indicator, value, refund) => {
    expect(isRefund(indicator, value)).toBe(refund);
  });
});
