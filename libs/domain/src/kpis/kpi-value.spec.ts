import { percentText } from '../quantities/index.js';
import { type KpiValue, kpiOf, planReachedPercent } from './index.js';

const tax = (value: string, over: Partial<KpiValue>): KpiValue => ({
  metric: 'tax',
  period: '2021',
  scope: '不含观澜湖',
  version: 'estimate',
  asOf: '2021-12-22',
  source: '工作总结',
  value,
  ...over,
});
/** 2021 tax in 亿元 as it was published at different times and in different scopes. */
const published = [
  tax('53', {}),
  tax('60', { scope: '含观澜湖' }),
  tax('62.31', { version: 'final', asOf: '2022-03-01', source: '统计公报' }),
  tax('67.76', { version: 'final', asOf: '2022-03-01', source: '统计公报', scope: '含观澜湖' }),
];
const asked = { metric: 'tax', period: '2021', scope: '不含观澜湖' };

describe('worked case 12: one metric, several values', () => {
  it.each([
    ['the firmest of its scope', {}, '62.31'],
    ['of the other scope', { scope: '含观澜湖' }, '67.76'],
    ['the version that is asked for', { version: 'estimate' as const }, '53'],
    ['none of another period', { period: '2020' }, undefined],
    ['none of a scope nobody published', { scope: '全市' }, undefined],
  ])('%s', (_, change, value) => {
    expect(kpiOf(published, { ...asked, ...change }).value?.value).toBe(value);
    expect(kpiOf(published.toReversed(), { ...asked, ...change }).value?.value).toBe(value);
  });

  it('shows the other values beside it and never averages', () => {
    const { value, others } = kpiOf(published, asked);
    expect([value?.value, others.map((row) => row.value)]).toEqual(['62.31', ['53', '60', '67.76']]);
  });

  it('within one version the later one wins', () => {
    expect(kpiOf([tax('54', { asOf: '2021-12-31' }), ...published.slice(0, 1)], asked).value?.value).toBe('54');
  });

  it('82,983 of 72,000 planned is 115.25 %, and nothing planned is no percentage', () => {
    expect([
      percentText(planReachedPercent('82983', '72000'), 'fine'),
      planReachedPercent('5', null),
      planReachedPercent('5', '0'),
    ]).toEqual(['115.25', null, null]);
  });
});
