import { type Day, addDays } from '../days/index.js';
import { type DueItem, type StepPlan, stepsToTell } from '../due/index.js';
import { type LeadStage, isWorked } from './lead-lifecycle.js';

/** What the reminders of a lead follow from. */
export interface LeadClock {
  readonly id: string;
  readonly enterpriseName: string;
  readonly projectName: string;
  readonly stage: LeadStage;
  readonly reportedOn: Day;
  /** The day of the first follow-up; null: nobody has answered yet. */
  readonly answeredOn: Day | null;
  readonly nextStep: string | null;
  readonly nextOn: Day | null;
}

export const leadRules = { unanswered: 'lead.unanswered', nextStep: 'lead.next-step' } as const;

/** A new lead is to be answered within one day (docs/domain.md §6, default). */
const ANSWER_WITHIN_DAYS = 1;

/** Told on the day itself and then weekly, unless an administrator set it otherwise. */
export const leadStepPlan: StepPlan = { daysBefore: [0], overdueEveryDays: 7 };

/** What is due about one lead from today through `until`. A lead that is signed or given up asks for nothing. */
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
    for (const step of stepsToTell(dueDay, today, until, planOf(leadRules.unanswered)))
      items.push({
        rule: leadRules.unanswered,
        ...about,
        dueDay,
        ...step,
        facts: { ...facts, reportedOn: lead.reportedOn },
      });
  }
  if (lead.nextStep !== null && lead.nextOn !== null) {
    for (const step of stepsToTell(lead.nextOn, today, until, planOf(leadRules.nextStep)))
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
