import type { Day } from '../days/index.js';
import { type DueItem, type StepPlan, reminderSteps } from '../due/index.js';

/** 90/30/7 days before the last day, never after it (docs/domain.md, 企业秘书与提醒). */
export const expiryPlan: StepPlan = { daysBefore: [90, 30, 7], overdueEveryDays: null };

/**
 * A term that expires: of the contract itself, or of a support clause. By default no reminder follows after the last
 * day.
 */
export interface Expiring {
  readonly contractId: string;
  readonly what: 'contract' | 'support';
  /** Id of the contract or of the support clause. */
  readonly subjectId: string;
  readonly endsOn: Day;
}

/** Reminders before a term expires, from today through `until`. */
export function expiringDue(
  { contractId, what, subjectId, endsOn }: Expiring,
  today: Day,
  until: Day = today,
  plan: StepPlan = expiryPlan,
): DueItem[] {
  return reminderSteps(endsOn, today, until, plan, plan.overdueEveryDays !== null).map(
    ({ step, remindOn, digest }): DueItem => ({
      rule: `${what}.expiring`,
      subject: { type: what === 'contract' ? 'contract' : 'support-clause', id: subjectId },
      dueDay: endsOn,
      step,
      remindOn,
      recipients: ['officer', 'primary-secretary'],
      digest,
      facts: { contractId, endsOn },
    }),
  );
}
