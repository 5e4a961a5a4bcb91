import { announcedWorkingYears, movedTerms, workingCalendar, type WorkingYear } from './index.js';

const year = announcedWorkingYears.find((one) => one.year === 2026)!;
const calendar = (change: Partial<WorkingYear> = {}) =>
  workingCalendar([...announcedWorkingYears.filter((one) => one.year !== 2026), { ...year, ...change }]);

describe('a change of the calendar', () => {
  it('that changes nothing moves no term', () => expect(movedTerms(calendar(), calendar(), 2026)).toEqual([]));

  it('one more day off moves each term that would pass it', () => {
    const moved = movedTerms(calendar(), calendar({ holidays: [...year.holidays, '2026-07-15'] }), 2026);
    expect(moved.map(({ workingDays }) => workingDays)).toEqual([1, 3, 5, 15, 30]);
    // Received on Tuesday the 14th: one working day is now Thursday.
    expect(moved[0]).toEqual({
      workingDays: 1,
      receipts: 1,
      example: { received: '2026-07-14', before: '2026-07-15', after: '2026-07-16' },
    });
    // Three working days pass it from Friday the 10th to Tuesday the 14th.
    expect(moved[1]!.receipts).toBe(5);
  });

  it('a Saturday that is worked ends terms earlier', () => {
    const [one] = movedTerms(calendar(), calendar({ makeUpDays: [...year.makeUpDays, '2026-07-18'] }), 2026);
    expect(one).toMatchObject({
      receipts: 1,
      example: { received: '2026-07-17', before: '2026-07-20', after: '2026-07-18' },
    });
  });
});
