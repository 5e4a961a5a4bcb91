import fc from 'fast-check';
import { announcedWorkingYears } from './announced-working-years.js';
import { addDays } from './day.js';
import {
  addWorkingDays,
  isWorkingDay,
  lastDayToAskExtension,
  mayAskExtension,
  workingCalendar,
  workingDaysBetween,
} from './working-days.js';

const calendar = workingCalendar(announcedWorkingYears);
const codeOf = (act: () => unknown): string => {
  try {
    return `accepted ${JSON.stringify(act())}`;
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('worked case 7: five working days over the national holiday of 2021', () => {
  it('received on Thursday 2021-09-30 is due on 2021-10-13', () => {
    expect(addWorkingDays('2021-09-30', 5, calendar)).toEqual({ value: '2021-10-13', warnings: [] });
  });

  it('an extension may be asked on 10-12 and no longer on 10-13', () => {
    expect(lastDayToAskExtension('2021-10-13', calendar).value).toBe('2021-10-12');
    expect([
      mayAskExtension('2021-10-12', '2021-10-13', calendar).value,
      mayAskExtension('2021-10-13', '2021-10-13', calendar).value,
    ]).toEqual([true, false]);
  });

  it('without the make-up Saturday 10-09 it would be 10-14', () => {
    const forgotten = announcedWorkingYears.map((year) => ({
      ...year,
      makeUpDays: year.makeUpDays.filter((on) => on !== '2021-10-09'),
    }));
    expect(addWorkingDays('2021-09-30', 5, workingCalendar(forgotten)).value).toBe('2021-10-14');
  });
});

describe('the announced years', () => {
  it.each([
    ['2021-09-26', true, 'Sunday worked before the national holiday'],
    ['2021-10-09', true, 'Saturday worked after it'],
    ['2021-10-01', false, 'national holiday'],
    ['2021-10-08', true, 'Friday after it'],
    ['2025-01-26', true, 'Sunday worked before Spring Festival'],
    ['2025-10-08', false, 'eighth day off, with mid-autumn'],
    ['2026-02-14', true, 'Saturday worked before Spring Festival'],
    ['2026-11-20', true, 'a plain Friday'],
    ['2026-11-21', false, 'a plain Saturday'],
  ])('%s works: %s (%s)', (on, works) => {
    expect(isWorkingDay(on, calendar)).toEqual({ value: works, warnings: [] });
  });

  it('run from 2020 to 2026, each with its notice', () => {
    expect(announcedWorkingYears.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(announcedWorkingYears.every(({ year, source }) => source.includes(String(year)))).toBe(true);
  });
});

describe('a year that is not loaded', () => {
  it('is counted Monday to Friday, and the answer says so', () => {
    expect(addWorkingDays('2026-12-30', 3, calendar)).toEqual({
      value: '2027-01-04',
      warnings: [{ code: 'calendar.year-not-loaded', facts: { year: 2027 } }],
    });
  });

  it('warns in every question that touches it', () => {
    const empty = workingCalendar([]);
    const years = (answer: { warnings: readonly { facts: { year: number } }[] }) =>
      answer.warnings.map((warning) => warning.facts.year);
    expect(years(isWorkingDay('2021-10-01', empty))).toEqual([2021]);
    expect(years(lastDayToAskExtension('2022-01-03', empty))).toEqual([2021, 2022]);
    expect(years(workingDaysBetween('2021-12-01', '2023-01-05', empty))).toEqual([2021, 2022, 2023]);
  });
});

describe('counting', () => {
  it('starts on the next day; zero days is the day itself', () => {
    expect([addWorkingDays('2026-11-20', 0, calendar).value, addWorkingDays('2026-11-20', 1, calendar).value]).toEqual([
      '2026-11-20',
      '2026-11-23',
    ]);
  });

  it('is the inverse of counting back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 60 }), (offset, n) => {
        const received = addDays('2020-06-01', offset);
        const due = addWorkingDays(received, n, calendar).value;
        expect(workingDaysBetween(received, due, calendar).value).toBe(n);
        expect(workingDaysBetween(due, received, calendar).value).toBe(n === 0 ? 0 : -n);
        if (n > 0) expect(isWorkingDay(due, calendar).value).toBe(true);
      }),
    );
  });

  it.each([-1, 1.5, 1001, NaN])('refuses %p days', (n) => {
    expect(codeOf(() => addWorkingDays('2026-11-20', n, calendar))).toBe('working-days.count');
  });
});

describe('a calendar that contradicts itself', () => {
  const year = { year: 2027, holidays: ['2027-10-01'], makeUpDays: ['2027-10-09'], source: 'notice' };
  it.each([
    ['calendar.year-twice', [year, year]],
    ['calendar.day-of-other-year', [{ ...year, holidays: ['2026-10-01'] }]],
    ['calendar.off-and-worked', [{ ...year, holidays: ['2027-10-09'] }]],
    ['calendar.make-up-on-weekday', [{ ...year, makeUpDays: ['2027-10-08'] }]],
    ['date.impossible', [{ ...year, holidays: ['2027-02-30'] }]],
  ])('is refused with %s', (code, years) => {
    expect(codeOf(() => workingCalendar(years))).toBe(code);
  });
});
