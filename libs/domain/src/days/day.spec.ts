import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  day,
  dayOfInstant,
  daysBetween,
  firstFullYearFrom,
  isDay,
  mondayOf,
  weekday,
} from './day.js';

const codeOf = (act: () => unknown): string => {
  try {
    return `accepted ${JSON.stringify(act())}`;
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-06-01', n));

describe('a day', () => {
  it.each(['2026-03-04', '2024-02-29', '1990-01-01', '2100-12-31', '2000-02-29'])('may be %s', (text) => {
    expect([day(text), isDay(text)]).toEqual([text, true]);
  });

  it.each([
    ['2026-02-30', 'date.impossible'],
    ['2026-13-01', 'date.impossible'],
    ['0000-00-00', 'date.impossible'],
    ['2026-00-10', 'date.impossible'],
    ['2026-04-31', 'date.impossible'],
    ['1900-02-29', 'date.impossible'],
    ['9999-12-31', 'date.range'],
    ['1989-12-31', 'date.range'],
    ['2101-01-01', 'date.range'],
    ['26/3/4', 'date.format'],
    ['2026.3.4', 'date.format'],
    ['2026-3-4', 'date.format'],
    ['2026-03-04T00:00:00Z', 'date.format'],
    ['二〇二六年三月四日', 'date.format'],
    ['', 'date.format'],
    [46085, 'date.format'],
    [null, 'date.format'],
  ])('cannot be %p: %s', (input, code) => {
    expect([codeOf(() => day(input)), isDay(input)]).toEqual([code, false]);
  });

  it('compares in the order of time', () => {
    expect([
      compareDays('2026-01-31', '2026-02-01'),
      compareDays('2026-02-01', '2026-02-01'),
      compareDays('2027-01-01', '2026-12-31'),
    ]).toEqual([-1, 0, 1]);
  });
});

describe('moving by days, months and years', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('stops at the end of February', () => {
    expect([addYears('2024-02-29', 1), addYears('2024-02-29', 4), addYears('2025-10-20', 2)]).toEqual([
      '2025-02-28',
      '2028-02-29',
      '2027-10-20',
    ]);
  });

  it('does not leave 1990 … 2100', () => {
    expect([codeOf(() => addDays('2100-12-31', 1)), codeOf(() => addMonths('1990-01-15', -1))]).toEqual([
      'date.range',
      'date.range',
    ]);
  });

  it('returns with the same number of days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -100, max: 100 }), (from, n) => {
        const to = addDays(from, n);
        expect([daysBetween(from, to), addDays(to, -n)]).toEqual([n, from]);
      }),
    );
  });

  it('stays in the requested month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 5 }), (from, months) => {
        const [year, month] = addMonths(from, months).split('-').map(Number) as [number, number];
        const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number];
        expect(year * 12 + month - fromYear * 12 - fromMonth).toBe(months);
      }),
    );
  });

  it('knows weekdays and the Monday of a week', () => {
    expect([weekday('2021-09-30'), weekday('2021-10-09'), mondayOf('2021-10-10'), mondayOf('2021-10-04')]).toEqual([
      4,
      6,
      '2021-10-04',
      '2021-10-04',
    ]);
  });
});

describe('the first full year', () => {
  it.each([
    ['2027-10-20', 2028],
    ['2028-01-01', 2028],
    ['2028-01-02', 2029],
    ['2027-12-31', 2028],
  ])('from %s on is %i', (on, year) => {
    expect(firstFullYearFrom(on)).toBe(year);
  });
});

describe('an instant', () => {
  it.each([
    ['2026-03-04T16:30:00Z', '2026-03-05'],
    ['2026-03-04T15:59:59.999Z', '2026-03-04'],
    ['2026-03-05T00:00:00+08:00', '2026-03-05'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
    // China had daylight saving time until 1991
    ['1991-07-01T15:30:00Z', '1991-07-02'],
  ])('%s is %s in the office', (instant, on) => {
    expect([dayOfInstant(instant), dayOfInstant(new Date(instant))]).toEqual([on, on]);
  });

  it('must be a valid instant', () => {
    expect(codeOf(() => dayOfInstant('soon'))).toBe('instant.impossible');
  });
});
