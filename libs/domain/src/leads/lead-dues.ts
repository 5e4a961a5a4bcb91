import { type Day, addDays } from '../days/index.js';
import { type DueItem, stepsToTell } from '../due/index.js';
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

/** A new lead is to be answered within one day (docs/domain.md §6, default); told on the day after and then weekly. */
const ANSWER_WITHIN_DAYS = 1;
const weeklyAfter = { daysBefore: [0], overdueEveryDays: 7 } as const;

/** What is due about one lead from today through `until`. A lead that is signed or given up asks for nothing. */
export function leadDues(lead: LeadClock, today: Day, until: Day = today): DueItem[] {
  if (!isWorked(lead.stage)) return [];
  const about = { subject: { type: 'lead', id: lead.id }, recipients: ['officer'] as const };
  const facts = { enterpriseName: lead.enterpriseName, projectName: lead.projectName };
  const items: DueItem[] = [];
  if (lead.answeredOn === null) {
    const dueDay = addDays(lead.reportedOn, ANSWER_WITHIN_DAYS);
    for (const step of stepsToTell(dueDay, today, until, weeklyAfter)) items.push({ rule: leadRules.unanswered, ...about, dueDay, ...step, facts: { ...facts, reportedOn: lead.reportedOn } });
  }
  if (lead.nextStep !== null && lead.nextOn !== null) {
    for (const step of stepsToTell(lead.nextOn, today, until, weeklyAfter)) items.push({ rule: leadRules.nextStep, ...about, dueDay: lead.nextOn, ...step, facts: { ...facts, nextStep: lead.nextStep } });
  }
  return items;
}
