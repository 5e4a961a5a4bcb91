import { periodAround, readPeriod, shifted } from './periods.js';

const today = '2026-11-20';

it.each([
  ['month', '2026-11-01', '2026-11-30'],
  ['quarter', '2026-10-01', '2026-12-31'],
  ['year', '2026-01-01', '2026-12-31'],
] as const)('the %s of a day', (kind, from, to) => {
  expect(periodAround(today, kind)).toEqual({ from, to });
});

it('goes back and forth over the turn of a year', () => {
  expect([shifted('2026-01-01', 'quarter', -1), shifted('2026-12-01', 'month', 1)]).toEqual([
    { from: '2025-10-01', to: '2025-12-31' },
    { from: '2027-01-01', to: '2027-01-31' },
  ]);
});

it.each([
  ['', 'year', '2026-01-01', '2026-12-31'],
  ['period=quarter&from=2025-05-09', 'quarter', '2025-04-01', '2025-06-30'],
  ['period=any&from=2026-03-02&to=2026-04-05', 'any', '2026-03-02', '2026-04-05'],
  ['period=any&from=2026-04-02&to=2026-03-05', 'any', '2026-01-01', '2026-12-31'],
  ['period=month&from=2026-99-02', 'month', '2026-11-01', '2026-11-30'],
])('reads "%s"', (search, kind, from, to) => {
  expect(readPeriod(new URLSearchParams(search), today)).toEqual({ kind, from, to });
});
