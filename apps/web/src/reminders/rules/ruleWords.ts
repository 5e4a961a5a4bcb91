import type { ReminderRule } from '@crm/api-contract/reminders';
import type { Translate } from '../words.js';

const named = [
  'commitment.due',
  'actuals.missing',
  'milestone.due',
  'lead.unanswered',
  'lead.next-step',
  'approval.waiting',
  'land.idle',
  'construction.start',
  'project.check-up',
  'pace.behind',
  'contract.expiring',
  'support.expiring',
  'import.done',
] as const;
type Named = (typeof named)[number];
const isNamed = (code: string): code is Named => (named as readonly string[]).includes(code);

/** The name of a rule; one of an extension is shown by its code. */
export const ruleName = (code: string, translate: Translate): string =>
  isNamed(code) ? translate(`reminderRules.name.${code}`) : code;

/** 提前 90、30、7、1 天，当天，逾期每 7 天. */
export function whenOf(
  { daysBefore, overdueEveryDays }: Pick<ReminderRule, 'daysBefore' | 'overdueEveryDays'>,
  translate: Translate,
): string {
  const ahead = daysBefore.filter((days) => days > 0);
  return [
    ahead.length > 0 && translate('reminderRules.before', { days: ahead.join(translate('reminders.join')) }),
    daysBefore.includes(0) && translate('reminderRules.sameDay'),
    overdueEveryDays === null
      ? translate('reminderRules.noOverdue')
      : translate('reminderRules.every', { days: overdueEveryDays }),
  ]
    .filter(Boolean)
    .join('；');
}

/** The days as typed, the largest first; null if one is none. */
export function daysIn(typed: string): number[] | null {
  const words = typed
    .normalize('NFKC')
    .split(/[、,;\s]+/)
    .filter(Boolean);
  const days = [...new Set(words.map((word) => (/^\d{1,3}$/.test(word) ? Number(word) : NaN)))];
  const fine = days.length > 0 && days.length <= 12 && days.every((one) => one <= 730);
  return fine ? days.sort((a, b) => b - a) : null;
}

/** `before-30`, `on-0`, `overdue-w2` in words. */
export function stepWord(step: string, translate: Translate): string {
  const days = /^before-(\d+)$/.exec(step)?.[1];
  if (days !== undefined && days !== '0') return translate('reminderRules.preview.stepBefore', { days });
  return translate(step.startsWith('overdue') ? 'reminderRules.preview.stepOverdue' : 'reminderRules.preview.stepOn');
}
