import { announcedWorkingYears } from '@crm/domain/days';
import { byDay, inOrder, pressed, weeksOf, workingDaysIn } from './months.js';

describe('the months of a year', () => {
  it('begin on Monday, and are filled to whole weeks', () => {
    const weeks = weeksOf(2026, 10);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect(weeks[0]).toEqual([null, null, null, '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04']);
    expect(weeks[4]![5]).toBe('2026-10-31');
    expect(weeksOf(2026, 6)[0]![0]).toBe('2026-06-01');
    expect(weeksOf(2026, 2).flat().filter(Boolean)).toHaveLength(28);
  });

  it('a weekday pressed is off, then ordinary; a weekend day is worked, then off, then ordinary', () => {
    const kinds = (day: string, times: number) => {
      let days = byDay([]);
      return Array.from({ length: times }, () => (days = pressed(days, day)).get(day)?.kind ?? null);
    };
    expect(kinds('2026-07-15', 2)).toEqual(['holiday', null]);
    expect(kinds('2026-07-18', 3)).toEqual(['make-up', 'holiday', null]);
  });

  it('keeps the name of a day, and the order of the year', () => {
    const days = byDay([{ day: '2026-02-14', kind: 'make-up', name: '春节' }]);
    expect(inOrder(pressed(pressed(days, '2026-02-14'), '2026-01-05'))).toEqual([
      { day: '2026-01-05', kind: 'holiday', name: '' },
      { day: '2026-02-14', kind: 'holiday', name: '春节' },
    ]);
  });

  it('2026 has 248 working days', () => {
    const { holidays, makeUpDays } = announcedWorkingYears.find(({ year }) => year === 2026)!;
    const days = byDay([
      ...holidays.map((day) => ({ day, kind: 'holiday' as const, name: '' })),
      ...makeUpDays.map((day) => ({ day, kind: 'make-up' as const, name: '' })),
    ]);
    expect(workingDaysIn(2026, days)).toBe(248);
  });
});
