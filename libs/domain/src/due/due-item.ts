import { type Day, addDays, daysBetween } from '../days/index.js';

/** Whom a reminder is for, by what they are to the record; the store of accounts turns roles into people. */
export const recipientRoles = [
  'officer',
  'primary-secretary',
  'deputy-secretary',
  'lead-department',
  'secretary-office',
  'manager',
  'admin',
] as const;
export type RecipientRole = (typeof recipientRoles)[number];

export interface Subject {
  readonly type: string;
  readonly id: string;
}

/**
 * What a room hands over: one step of one rule about one record. A room says what is due; who is told, and by what
 * channel, is decided behind it.
 */
export interface DueItem {
  readonly rule: string;
  readonly subject: Subject;
  /** The deadline itself. */
  readonly dueDay: Day;
  /** `before-30`, `on-0`, `overdue-w2`: which of the rule's reminders about that deadline this is. */
  readonly step: string;
  /** The day this step is to be told. */
  readonly remindOn: Day;
  readonly recipients: readonly RecipientRole[];
  /** Told together with others of its kind: a deadline long past must not fill an inbox line by line. */
  readonly digest: boolean;
  /** What the sentence needs; decimals and days as text. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Step {
  readonly step: string;
  readonly remindOn: Day;
  readonly digest: boolean;
}

export interface StepPlan {
  /** Days before the deadline on which it is told, such as 90, 30, 7, 1. */
  readonly daysBefore: readonly number[];
  /** After the deadline: the first time the day after it, then every so many days; null for never. */
  readonly overdueEveryDays: number | null;
}

/** 90/30/7/1 days before, then weekly: the default for milestones and commitments. */
export const defaultStepPlan: StepPlan = { daysBefore: [90, 30, 7, 1], overdueEveryDays: 7 };

/**
 * The steps of one deadline to be told from `today` through `until`: the one step that applies today (told late if it
 * was missed; of steps long past none
 * comes back), then each whose day still lies ahead. `overdue: false` plans nothing beyond the deadline.
 */
export function stepsToTell(
  dueDay: Day,
  today: Day,
  until: Day = today,
  plan: StepPlan = defaultStepPlan,
  overdue = true,
): Step[] {
  const steps: Step[] = plan.daysBefore
    .toSorted((a, b) => b - a)
    .map((days) => ({ step: `before-${days}`, remindOn: addDays(dueDay, -days), digest: false }));
  if (overdue && plan.overdueEveryDays !== null)
    steps.push(...overdueSteps(dueDay, today, until, plan.overdueEveryDays));
  const current = today > dueDay && !overdue ? undefined : steps.filter((step) => step.remindOn <= today).at(-1);
  return [...(current ? [current] : []), ...steps.filter((step) => step.remindOn > today && step.remindOn <= until)];
}

function overdueSteps(dueDay: Day, today: Day, until: Day, every: number): Step[] {
  const at = (week: number): Step => ({
    step: `overdue-w${week}`,
    remindOn: addDays(dueDay, 1 + (week - 1) * every),
    digest: today > addDays(dueDay, every),
  });
  const first = Math.max(1, Math.floor((daysBetween(dueDay, today) - 1) / every) + 1);
  const last = Math.floor((daysBetween(dueDay, until) - 1) / every) + 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => at(first + i));
}
