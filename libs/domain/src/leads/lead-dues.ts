import { type Day, addDays } from '../days/index.js';
import { type DueItem, type StepPlan, reminderSteps } from '../due/index.js';
import { type LeadStage, isWorked } from './lead-lifecycle.js';

/** The values of a lead that its reminders depend on. */
export interface LeadClock {
  readonly id: string;
  readonly enterpriseName: string;
  readonly projectName: string;
  readonly stage: LeadStage;
  readonly reportedOn: Day;
  /** The day of the first follow-up; null: none yet. */
  readonly answeredOn: Day | null;
  readonly nextStep: string | null;
  readonly nextOn: Day | null;
}

export const leadRules = { unanswered: 'lead.unanswered', nextStep: 'lead.next-step' } as const;

/** A new lead should be followed up within one day (default). */
const ANSWER_WITHIN_DAYS = 1;

/** On the day itself, then weekly, unless an administrator changes it. */
export const leadStepPlan: StepPlan = { daysBefore: [0], overdueEveryDays: 7 };

/** The reminders of one lead from today through `until`. A signed or given-up lead has none. */
export function leadDues(
  lead: LeadClock,
  today: Day,
  until: Day = today,
  planOf: (rule: string) => StepPlan = () => leadStepPlan,
): DueItem[] {
  if (!isWorked(lead.stage)) return [];
  const about = { subject: { type: 'lead', id: lead.id }, recipients: ['officer'] as const };
  const facts = { enterpriseName: lead.enterpriseName, title: lead.projectName };
  const items: DueItem[] = [];
  if (lead.answeredOn === null) {
    const dueDay = addDays(lead.reportedOn, ANSWER_WITHIN_DAYS);
    for (const step of reminderSteps(dueDay, today, until, planOf(leadRules.unanswered)))
      items.push({
        rule: leadRules.unanswered,
        ...about,
        dueDay,
        ...step,
        facts: { ...facts, reportedOn: lead.reportedOn },
      });
  }
  if (lead.nextStep !== null && lead.nextOn !== null) {
    for (const step of reminderSteps(lead.nextOn, today, until, planOf(leadRules.nextStep)))
      items.push({
        rule: leadRules.nextStep,
        ...about,
        dueDay: lead.nextOn,
        ...step,
        facts: { ...facts, nextStep: lead.nextStep },
      });
  }
  return items;
}
