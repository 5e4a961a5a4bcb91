import fc from 'fast-check';
import { signedTotals, type Signing } from '../contracts/index.js';
import { addDays } from '../days/index.js';
import { plain } from '../quantities/index.js';
import { batchTotals, changePercent, reachedBatch, signedBatch } from './four-batches.js';
import { assertPeriod, periodBefore } from './period.js';
import { checkUpDue, idleLandDue, startDue } from './progress-dues.js';
import { defaultCheckUp } from '../contracts/index.js';

describe('the period before', () => {
  it.each([
    ['a month', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['a quarter', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
    ['half a year', '2026-07-01', '2026-12-31', '2026-01-01', '2026-06-30'],
    ['a year', '2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
    ['a leap February', '2024-02-01', '2024-02-29', '2024-01-01', '2024-01-31'],
    ['ten days', '2026-03-11', '2026-03-20', '2026-03-01', '2026-03-10'],
    ['a day', '2026-03-01', '2026-03-01', '2026-02-28', '2026-02-28'],
    ['a month less a day', '2026-03-01', '2026-03-30', '2026-01-30', '2026-02-28'],
  ])('of %s', (_case, from, to, beforeFrom, beforeTo) => {
    expect(periodBefore({ from, to })).toEqual({ from: beforeFrom, to: beforeTo });
  });

  it('does not end before it begins', () => {
    expect(() => assertPeriod({ from: '2026-03-02', to: '2026-03-01' })).toThrow('period.reversed');
  });
});

const signing = (id: string, amountWan: string, over: Partial<Signing> = {}): Signing => ({
  id,
  projectId: 'P',
  kind: 'substantive',
  amountWan,
  signedOn: '2026-03-01',
  ...over,
});
const year = { from: '2026-01-01', to: '2026-12-31' };
const shown = (rows: ReturnType<typeof signedBatch>) => {
  const { count, amountWan, apart } = batchTotals(rows);
  return [count, plain(amountWan), apart.count, plain(apart.amountWan)];
};

describe('signed in a period', () => {
  const eight = signing('event-1', '80000');
  const again = signing('event-2', '80000', { signedOn: '2026-05-01' });
  const increase = signing('increase', '20000', { signedOn: '2026-08-01', increase: true });
  const framework = signing('framework', '200000', { kind: 'framework', projectId: 'Q' });
  const all = [framework, again, increase, eight];

  it('worked case 9 in one year: 10 亿元, one project, 20 亿元 listed apart, and each row has its role', () => {
    expect(shown(signedBatch(all, year))).toEqual([1, '100000', 1, '200000']);
    expect(signedBatch(all, year).map(({ id, role }) => [id, role])).toEqual([
      ['event-1', 'counted'],
      ['framework', 'apart'],
      ['event-2', 'repeated'],
      ['increase', 'increase'],
    ]);
  });

  it.each([
    ['first quarter', '2026-01-01', '2026-03-31', [1, '80000', 1, '200000']],
    ['second quarter: signed once already', '2026-04-01', '2026-06-30', [0, '0', 0, '0']],
    ['third quarter: the increment alone', '2026-07-01', '2026-09-30', [0, '20000', 0, '0']],
  ])('%s', (_case, from, to, totals) => {
    expect(shown(signedBatch(all, { from, to }))).toEqual(totals);
  });

  it('months add up to their year, and to the rule of signing once', () => {
    const anySigning = fc.record({
      projectId: fc.constantFrom('A', 'B', 'C'),
      kind: fc.constantFrom(
        'substantive' as const,
        'performance' as const,
        'framework' as const,
        'supplement' as const,
      ),
      amountWan: fc.integer({ min: 1, max: 1e6 }).map(String),
      day: fc.integer({ min: 0, max: 364 }),
      increase: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anySigning, { maxLength: 12 }), (some) => {
        const signings = some.map(({ day, ...rest }, i): Signing => ({
          ...rest,
          id: `s${String(i).padStart(2, '0')}`,
          signedOn: addDays('2026-01-01', day),
        }));
        const quarters = [
          ['01-01', '03-31'],
          ['04-01', '06-30'],
          ['07-01', '09-30'],
          ['10-01', '12-31'],
        ].map(([from, to]) => batchTotals(signedBatch(signings, { from: `2026-${from}`, to: `2026-${to}` })));
        const whole = batchTotals(signedBatch(signings, year));
        const rule = signedTotals(signings);
        expect([whole.count, plain(whole.amountWan), plain(whole.apart.amountWan)]).toEqual([
          rule.count,
          plain(rule.amountWan),
          plain(rule.apart.amountWan),
        ]);
        expect(quarters.reduce((count, quarter) => count + quarter.count, 0)).toBe(whole.count);
      }),
    );
  });
});

describe('started, completed, in production', () => {
  const reached = (contractId: string, projectId: string, on: string) => ({ contractId, projectId, on });

  it('a project counts once, on the first day, with the amount signed by then', () => {
    const signings = [
      signing('a', '100'),
      signing('b', '30', { increase: true, signedOn: '2026-02-01' }),
      signing('c', '7', { projectId: 'Q' }),
      signing('later', '5', { increase: true, signedOn: '2027-01-01' }),
    ];
    const rows = reachedBatch(
      [reached('b', 'P', '2026-06-01'), reached('a', 'P', '2026-05-01'), reached('c', 'Q', '2025-12-31')],
      signings,
      year,
    );
    expect(rows.map(({ id, on, amountWan }) => [id, on, plain(amountWan)])).toEqual([['a', '2026-05-01', '130']]);
  });

  it('a second contract that reaches the milestone later is not a second project', () => {
    expect(
      reachedBatch([reached('a', 'P', '2025-05-01'), reached('b', 'P', '2026-05-01')], [signing('a', '100')], year),
    ).toEqual([]);
  });
});

it.each([
  ['12', '10', '20'],
  ['5', '10', '-50'],
  ['3', '0', null],
  ['0', '4', '-100'],
])('%s after %s is %s %%', (now, before, percent) => {
  expect(changePercent(now, before)).toBe(percent);
});

describe('reminders of progress', () => {
  const named = (items: { dueDay: string; step: string; digest: boolean }[]) =>
    items.map(({ dueDay, step, digest }) => `${dueDay} ${step}${digest ? ' digest' : ''}`);

  it.each([
    ['2026-09-30', []],
    ['2026-10-01', ['2026-10-01 before-0']],
    ['2026-10-09', ['2026-10-01 before-0 digest']],
    ['2027-01-01', ['2027-01-01 before-0']],
    ['2027-10-01', ['2027-10-01 before-0']],
    ['2028-01-01', ['2028-01-01 before-0']],
  ])('of land granted on 2026-01-01, on %s', (today, told) => {
    expect(named(idleLandDue('c', '2026-01-01', today))).toEqual(told);
  });

  it('plans the next reminder day ahead', () => {
    expect(named(idleLandDue('c', '2026-01-01', '2026-12-30', '2027-01-01'))).toEqual([
      '2026-10-01 before-0 digest',
      '2027-01-01 before-0',
    ]);
  });

  it('without a planned start: 30, 7 and 1 days before the 180th day, then weekly', () => {
    expect(
      ['2026-05-30', '2026-05-31', '2026-06-23', '2026-06-29', '2026-07-01'].map((today) =>
        named(startDue('c', '2026-01-01', today)),
      ),
    ).toEqual([
      [],
      ['2026-06-30 before-30'],
      ['2026-06-30 before-7'],
      ['2026-06-30 before-1'],
      ['2026-06-30 overdue-w1'],
    ]);
  });

  it('check-up: each flag on its day, then monthly', () => {
    const project = { signedOn: '2025-11-20', startedOn: null, amountWan: '20000', receipts: [] };
    expect(
      ['2026-11-19', '2026-11-20', '2026-11-21', '2026-12-21'].map((today) =>
        named(checkUpDue('p', project, today, defaultCheckUp)),
      ),
    ).toEqual([[], ['2026-11-20 before-0'], ['2026-11-20 overdue-w1'], ['2026-11-20 overdue-w2 digest']]);
  });
});
