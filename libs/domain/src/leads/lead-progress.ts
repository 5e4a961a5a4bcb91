import { type Day, addDays, addMonths, daysBetween } from '../days/index.js';
import { type DueItem, stepsToTell } from '../due/index.js';
import { type LeadStage, isOpen } from './lead.js';

export interface LeadClock {
  readonly id: string;
  readonly stage: LeadStage;
  readonly major: boolean;
  readonly registeredOn: Day;
  readonly stageSince: Day;
  readonly firstAnsweredOn: Day | null;
  readonly assessedOn: Day | null;
  /** The last follow-up; null before the first. */
  readonly lastFollowUpOn: Day | null;
  /** A firm with a live contract is never returned to the pool. */
  readonly hasLiveContract: boolean;
}

/** Configuration (docs/domain.md, reminders). */
export const defaultLeadTerms = {
  answerWithinDays: 1,
  assessWithinDays: 3,
  assessMajorWithinDays: 7,
  followUpWithinDays: 14,
  yellowAfterMonths: 2,
  redAfterMonths: 3,
  poolAfterMonths: 6,
  warnBeforePoolDays: [30, 7, 1] as readonly number[],
};
export type LeadTerms = typeof defaultLeadTerms;

/** Whole days the lead has stood in its stage. */
export const stageAge = (lead: Pick<LeadClock, 'stageSince'>, today: Day): number => daysBetween(lead.stageSince, today);

/** Standing still counts from the last follow-up, before the first one from registration. */
const quietSince = (lead: LeadClock): Day => lead.lastFollowUpOn ?? lead.registeredOn;

export type LeadLight = 'green' | 'yellow' | 'red';

export interface LeadProgress {
  readonly stageAgeDays: number;
  readonly quietDays: number;
  readonly light: LeadLight;
  /** The day it goes back to the pool 公海; null when it never does: closed, or the firm has a live contract. */
  readonly poolOn: Day | null;
  readonly goesToPool: boolean;
}

export function leadProgress(lead: LeadClock, today: Day, terms: LeadTerms = defaultLeadTerms): LeadProgress {
  const since = quietSince(lead);
  const open = isOpen(lead.stage);
  const after = (months: number): boolean => open && addMonths(since, months) <= today;
  const poolOn = open && !lead.hasLiveContract ? addMonths(since, terms.poolAfterMonths) : null;
  return {
    stageAgeDays: stageAge(lead, today),
    quietDays: daysBetween(since, today),
    light: after(terms.redAfterMonths) ? 'red' : after(terms.yellowAfterMonths) ? 'yellow' : 'green',
    poolOn,
    goesToPool: poolOn !== null && poolOn <= today,
  };
}

/** What is due of an open lead: its answer, its assessment, its next follow-up, and the warning before it returns to the pool. */
export function leadsDue(lead: LeadClock, today: Day, terms: LeadTerms = defaultLeadTerms): DueItem[] {
  if (!isOpen(lead.stage)) return [];
  const item = (rule: string, dueDay: Day, daysBefore: readonly number[], overdueEveryDays: number | null): DueItem[] =>
    stepsToTell(dueDay, today, today, { daysBefore, overdueEveryDays }, overdueEveryDays !== null).map(({ step, remindOn, digest }) => ({
      rule, subject: { type: 'lead', id: lead.id }, dueDay, step, remindOn, recipients: ['officer'], digest, facts: { stage: lead.stage, major: lead.major },
    }));
  const { poolOn } = leadProgress(lead, today, terms);
  return [
    ...(lead.firstAnsweredOn ? [] : item('lead.unanswered', addDays(lead.registeredOn, terms.answerWithinDays), [], 1)),
    ...(lead.assessedOn ? [] : item('lead.unassessed', addDays(lead.registeredOn, lead.major ? terms.assessMajorWithinDays : terms.assessWithinDays), [], 7)),
    ...item('lead.no-progress', addDays(quietSince(lead), terms.followUpWithinDays), [], terms.followUpWithinDays),
    ...(poolOn ? item('lead.pool-warning', poolOn, terms.warnBeforePoolDays, null) : []),
  ];
}
