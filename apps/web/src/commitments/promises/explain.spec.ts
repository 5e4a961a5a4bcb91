import type { Assessment } from '@crm/api-contract/commitments';
import { exactly, periodKey, ruleKey, scaleOf, stepsOf } from './explain.js';

// 36.84 亩 at 26.8 万元/亩 of tax, 514 万元 reached, tolerance 80 %.
const breach = {
  verdict: 'breach',
  unit: 'wan',
  bound: 'at-least',
  required: '987.312',
  actual: '514',
  because: {
    clause: null,
    rules: ['period.annual', 'verdict.below-tolerance'],
    inputs: [
      { name: 'promisedPerMuWan', value: '26.8', unit: 'wan-per-mu', source: { kind: 'contract', ref: null } },
      { name: 'areaMu', value: '36.84', unit: 'mu', source: { kind: 'contract', ref: null } },
      { name: 'tolerancePercent', value: '80', unit: 'percent', source: { kind: 'setting', ref: null } },
      { name: 'actualWan', value: '514', unit: 'wan', source: { kind: 'statistics', ref: 'a' } },
    ],
    formula: [
      { name: 'requiredWan', expression: 'promisedPerMuWan × areaMu', value: '987.312' },
      { name: 'attainmentPercent', expression: 'actualWan ÷ requiredWan', value: '52.0605441846306007' },
      { name: 'shortfallWan', expression: 'requiredWan − actualWan', value: '473.312' },
      { name: 'clawbackWan', expression: 'supportPaidWan × ( 1 − attainmentPercent )', value: null },
    ],
  },
} as unknown as Assessment;

it('sets the numbers into the formulas and shows the comparison that decided', () => {
  expect(stepsOf(breach)).toEqual([
    { name: 'requiredWan', text: '26.8 × 36.84', result: '987.312' },
    { name: 'verdict', text: '514 × 100 < 987.312 × 80', result: '51,400 < 78,984.96' },
    { name: 'attainmentPercent', text: '514 ÷ 987.312', result: '≈ 52.0605 %' },
    { name: 'shortfallWan', text: '987.312 − 514', result: '473.312' },
  ]);
});

it.each([
  ['met', '987.312', '987.312 × 100 ≥ 987.312 × 100'],
  ['warning', '789.8496', '789.8496 × 100 ≥ 987.312 × 80'],
] as const)('%s compares with what it reached', (verdict, actual, text) => {
  expect(stepsOf({ ...breach, verdict, actual }).find((step) => step.name === 'verdict')?.text).toBe(text);
});

it.each(['no-data', 'waived', 'not-due'] as const)('%s compares nothing', (verdict) => {
  expect(stepsOf({ ...breach, verdict, actual: null }).some((step) => step.name === 'verdict')).toBe(false);
});

it('puts required at five sixths of the bar, and says when the actual is beyond it', () => {
  const scale = scaleOf(breach)!;
  expect(
    [scale.required, scale.tolerance, scale.actual, scale.beyond].map((place) =>
      typeof place === 'number' ? place.toFixed(2) : place,
    ),
  ).toEqual(['83.33', '66.67', '43.38', false]);
  expect(scaleOf({ ...breach, actual: '2000' })).toMatchObject({ actual: 100, beyond: true });
  expect(scaleOf({ ...breach, actual: null })).toMatchObject({ actual: null, beyond: false });
  expect(scaleOf({ ...breach, required: '0' })).toBeNull();
});

it('turns the sides of an upper bound, and leaves room on its bar for what is tolerated', () => {
  const over = {
    ...breach,
    bound: 'at-most',
    unit: 'tce',
    required: '1000',
    actual: '1300',
    because: { ...breach.because, formula: [{ name: 'required', expression: 'promised', value: '1000' }] },
  } as unknown as Assessment;
  expect(stepsOf(over).find((step) => step.name === 'verdict')?.text).toBe('1,000 × 100 < 1,300 × 80');
  expect(scaleOf(over)).toMatchObject({ required: 62.5, tolerance: 78.125, actual: 81.25, beyond: false });
});

it('knows which rules decided', () => {
  expect([ruleKey(breach), periodKey(breach)]).toEqual(['below-tolerance', 'annual']);
});

it.each([
  ['1234567.5', '1,234,567.5'],
  ['-3', '−3'],
  ['0.3333333333', '≈ 0.3333'],
])('writes %s as %s', (value, text) => expect(exactly(value)).toBe(text));
