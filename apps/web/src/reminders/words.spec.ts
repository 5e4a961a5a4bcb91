import type { DueLine } from '@crm/api-contract/reminders';
import { glyphOf, groupOf, nextMonday, titleOf } from './words.js';

const due = (dueDay: string, rule = 'commitment.due'): DueLine => ({
  rule,
  step: 'before-7',
  dueDay,
  subjectType: 'commitment',
  subjectId: '1',
  facts: { count: 3 },
  link: '',
});
// A Saturday.
const today = '2026-11-21';

describe('a reminder in words', () => {
  it.each([
    ['2026-11-20', 'breach'],
    ['2026-11-21', 'warning'],
    ['2026-11-28', 'warning'],
    ['2026-11-29', 'not-due'],
  ])('due on %s wears %s', (day, glyph) => expect(glyphOf(due(day), today)).toBe(glyph));

  it('is named by its rule and by whether the day is past; a rule without words is named all the same', () => {
    const key = (name: string) => name;
    expect([
      titleOf(due('2026-11-20'), today, key),
      titleOf(due('2026-11-21'), today, key),
      titleOf(due('2026-11-21', 'visit.due'), today, key),
      titleOf(due(today, 'digest'), today, key),
    ]).toEqual([
      'reminders.rule.commitment.due.overdue',
      'reminders.rule.commitment.due.ahead',
      'reminders.rule.other.ahead',
      'reminders.rule.digest',
    ]);
  });

  it.each([
    ['2026-11-21', '2026-11-23'],
    ['2026-11-22', '2026-11-23'],
    ['2026-11-23', '2026-11-30'],
  ])('after %s the next Monday is %s', (day, monday) => expect(nextMonday(day)).toBe(monday));

  it.each([
    ['2026-11-20T16:30:00Z', 'today'],
    ['2026-11-20T15:30:00Z', 'week'],
    ['2026-11-15T16:00:00Z', 'week'],
    ['2026-11-15T15:59:00Z', 'earlier'],
  ])('told at %s it stands under %s', (createdAt, group) => expect(groupOf({ createdAt }, today)).toBe(group));
});
