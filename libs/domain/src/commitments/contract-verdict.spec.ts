import { plain, percentText } from '../quantities/index.js';
import { type Assessment, assessCommitment } from './assess-commitment.js';
import { aCommitment, anActual } from './commitment.example.js';
import { contractVerdict, lastYearAssessed } from './contract-verdict.js';

/** 100 亩 at 100 万元/亩: 10,000 万元 for each indicator, from 2024. */
const row = (
  indicator: 'investment' | 'output' | 'tax',
  actuals: Record<number, number>,
  waivedYear?: number,
): Assessment[] =>
  assessCommitment(
    aCommitment(indicator).promising(indicator, 100).onMu(100).value,
    Object.entries(actuals).map(([year, wan]) => anActual(indicator, Number(year), wan)),
    null,
    '2026-11-20',
    waivedYear ? { waivers: [{ indicator, year: waivedYear }] } : {},
  );

describe('the verdict of a contract in a year', () => {
  it.each([
    ['breach before no data', [row('output', { 2025: 100 }), row('tax', {})], 'breach'],
    ['no data before warning', [row('output', {}), row('tax', { 2025: 9000 })], 'no-data'],
    ['warning before met', [row('output', { 2025: 9000 }), row('tax', { 2025: 10000 })], 'warning'],
    ['met when all are', [row('output', { 2025: 10000 }), row('tax', { 2025: 10000 })], 'met'],
    ['waived counts as met beside a met one', [row('output', {}, 2025), row('tax', { 2025: 10000 })], 'met'],
    ['waived when nothing else was measured', [row('output', {}, 2025)], 'waived'],
    [
      'an unmet investment of 2024 still speaks',
      [row('investment', { 2024: 100 }), row('tax', { 2025: 10000 })],
      'breach',
    ],
    ['a met investment of 2024 stays met', [row('investment', { 2024: 10000 }), row('tax', { 2025: 9000 })], 'warning'],
  ])('%s', (_, rows, verdict) => {
    expect(contractVerdict(rows.flat(), 2025)?.verdict).toBe(verdict);
  });

  it('claws back by the lowest attainment of what was measured and not waived', () => {
    const rows = [
      row('output', { 2025: 7000 }),
      row('tax', { 2025: 6000 }),
      row('investment', { 2024: 100 }, 2024),
    ].flat();
    const { lowestAttainmentPercent, clawbackWan } = contractVerdict(rows, 2025, '500')!;
    expect([percentText(lowestAttainmentPercent, 'fine'), plain(clawbackWan!)]).toEqual(['60.00', '200']);
  });

  it('ignores later years, and other years of output', () => {
    expect(contractVerdict(row('output', { 2024: 10000, 2025: 100 }), 2024)).toMatchObject({
      verdict: 'met',
      rows: [{ year: 2024 }],
    });
    expect(contractVerdict(row('output', { 2024: 100 }), 2023)).toBeNull();
  });

  it('uses the last assessed year by default', () => {
    expect([lastYearAssessed(row('output', { 2025: 1 })), lastYearAssessed([])]).toEqual([2025, null]);
  });
});
