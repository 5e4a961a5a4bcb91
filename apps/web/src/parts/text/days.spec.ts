import { dayOf, daysBetween, showDay, showInstant } from './days.js';

it.each([
  ['2026-11-20', undefined, '2026-11-20'],
  ['2026-11-20', '2026-01-01', '11-20'],
  ['2025-11-20', '2026-01-01', '2025-11-20'],
  [null, undefined, '—'],
])('day %p within %p is %p', (day, within, shown) => expect(showDay(day, within)).toBe(shown));

it('shows instants on the clock of the zone, whatever the machine thinks', () => {
  expect(showInstant('2026-02-18T02:42:00Z')).toBe('2026-02-18 10:42');
  expect(showInstant('2026-02-18T02:42:00Z', '2026-11-20')).toBe('02-18 10:42');
  expect(showInstant('not an instant')).toBe('—');
});
it('turns the day at midnight in Shanghai', () =>
  expect([dayOf(new Date('2026-11-19T15:59:59Z')), dayOf(new Date('2026-11-19T16:00:00Z'))]).toEqual([
    '2026-11-19',
    '2026-11-20',
  ]));
it('counts days', () =>
  expect([
    daysBetween('2026-11-20', '2026-11-30'),
    daysBetween('2024-12-31', '2026-11-20'),
    daysBetween('2026-03-02', '2026-03-01'),
  ]).toEqual([10, 689, -1]));
