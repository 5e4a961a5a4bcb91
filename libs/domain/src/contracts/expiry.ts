import type { Day } from '../days/index.js';
import { type DueItem, type StepPlan, stepsToTell } from '../due/index.js';

/** 90/30/7 days before, and never of what has run out already (domain §6). */
export const expiryPlan: StepPlan = { daysBefore: [90, 30, 7], overdueEveryDays: null };

/**
 * A term that runs out. `what`: the contract itself, or what is promised to the firm as support. After the day nothing
 * is told, unless the rule asks for it.
 */
export interface Expiring {
  readonly contractId: string;
  readonly what: 'contract' | 'support';
  /** Of the contract, or of the clause. */
  readonly subjectId: string;
  readonly endsOn: Day;
}

export function expiringDue(
  { contractId, what, subjectId, endsOn }: Expiring,
  today: Day,
  until: Day = today,
  plan: StepPlan = expiryPlan,
): DueItem[] {
  return stepsToTell(endsOn, today, until, plan, plan.overdueEveryDays !== null).map(
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
