import { type Day, addDays, daysBetween } from '../days/index.js';

/** Whom a reminder is for, by their role for the record. The accounts store finds the people. */
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
 * 到期事项: one step of one rule about one record. A room says what is due; the reminders room decides who gets it and by
 * which channel.
 */
export interface DueItem {
  readonly rule: string;
  readonly subject: Subject;
  /** The deadline itself. */
  readonly dueDay: Day;
  /** Which reminder of that deadline it is: `before-30`, `on-0`, `overdue-w2`. */
  readonly step: string;
  /** The day on which the reminder is sent. */
  readonly remindOn: Day;
  readonly recipients: readonly RecipientRole[];
  /** Sent together with others of its kind: overdue deadlines must not fill an inbox line by line. */
  readonly digest: boolean;
  /** Values for the sentence; decimals and days as text. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Step {
  readonly step: string;
  readonly remindOn: Day;
  readonly digest: boolean;
}

export interface StepPlan {
  /** Days before the deadline, such as 90, 30, 7, 1. */
  readonly daysBefore: readonly number[];
  /** Overdue reminders: the first on the day after the deadline, then every so many days. null: never. */
  readonly overdueEveryDays: number | null;
}

/** 90/30/7/1 days before, then weekly: the default for milestones and commitments. */
export const defaultStepPlan: StepPlan = { daysBefore: [90, 30, 7, 1], overdueEveryDays: 7 };

/**
 * The reminder steps of one deadline from `today` through `until`. First comes the step that applies today, late if it
 * was missed; older steps are dropped. Then come the steps with a later day. `overdue: false` plans nothing after the
 * deadline.
 */
export function reminderSteps(
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
