import { dayOf, daysBetween, isWholeDay, readDay, showDay, showInstant } from './days.js';

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

it.each([
  ['2026-11-30', '2026-11-30'],
  ['2026.11.30', '2026-11-30'],
  ['2026/11/30', '2026-11-30'],
  ['20261130', '2026-11-30'],
  [' 2026-1-5 ', '2026-01-05'],
  ['2026年11月30日', '2026-11-30'],
  ['２０２６－１１－３０', '2026-11-30'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', null],
  ['2026-13-01', null],
  ['11/30/2026', null],
  ['30.11.2026', null],
  ['2026-11', null],
  ['26-11-30', null],
  ['tomorrow', null],
  ['', null],
])('%p is read as %p', (typed, day) => expect(readDay(typed)).toBe(day));

it.each([
  ['2026-11-30', true],
  ['20261130', true],
  ['2026-11-3', false],
  ['2026-1-5', false],
])('%p is typed to its end: %p', (typed, whole) => expect(isWholeDay(typed)).toBe(whole));
