import { daysIn, stepWord, whenOf } from './ruleWords.js';

const translate = (key: string, options: Record<string, unknown> = {}) =>
  key === 'reminders.join'
    ? '、'
    : `${key.split('.').at(-1)}${options.days === undefined ? '' : ` ${String(options.days)}`}`;

describe('the days before a deadline, as typed', () => {
  it.each([
    ['90、30、7、1', [90, 30, 7, 1]],
    ['1, 7,30', [30, 7, 1]],
    ['７；０', [7, 0]],
    ['7 7 1', [7, 1]],
    ['730', [730]],
    ['', null],
    ['-1', null],
    ['1.5', null],
    ['731', null],
    ['七', null],
    ['1 2 3 4 5 6 7 8 9 10 11 12 13', null],
  ])('%p: %p', (typed, days) => expect(daysIn(typed)).toEqual(days));
});

describe('when a rule reminds', () => {
  it.each([
    [[90, 7], 7, 'before 90、7；every 7'],
    [[7, 0], null, 'before 7；sameDay；noOverdue'],
    [[0], 1, 'sameDay；every 1'],
  ])('%p and %p: %s', (daysBefore, overdueEveryDays, said) =>
    expect(whenOf({ daysBefore, overdueEveryDays }, translate)).toBe(said),
  );

  it.each([
    ['before-30', 'stepBefore 30'],
    ['before-0', 'stepOn'],
    ['overdue-w2', 'stepOverdue'],
  ])('%s: %s', (step, said) => expect(stepWord(step, translate)).toBe(said));
});
