import { type Day, addMonths, daysBetween } from '../days/index.js';
import { type LeadStage, isWorked } from './lead-lifecycle.js';

export interface LeadStanding {
  readonly stage: LeadStage;
  readonly stageSince: Day;
  readonly reportedOn: Day;
  /** The last follow-up; null before the first. */
  readonly lastFollowUpOn: Day | null;
  /** A firm with a live contract is never returned to the pool 公海. */
  readonly hasLiveContract: boolean;
}

/** Months of silence after which a lead turns yellow, turns red, and goes back to the pool; configuration. */
export const defaultPoolTerms = { yellowAfterMonths: 2, redAfterMonths: 3, poolAfterMonths: 6 };

/** Whole days the lead has stood in its stage. */
export const stageAge = (lead: Pick<LeadStanding, 'stageSince'>, today: Day): number =>
  daysBetween(lead.stageSince, today);

export interface LeadProgress {
  readonly stageAgeDays: number;
  readonly quietDays: number;
  readonly light: 'green' | 'yellow' | 'red';
  /**
   * The day it goes back to the pool; null when it never does: no longer worked on, or the firm has a live contract.
   */
  readonly poolOn: Day | null;
  readonly goesToPool: boolean;
}

/**
 * Silence counts from the last follow-up, before the first one from the report; the month's day itself counts as
 * reached.
 */
export function leadProgress(lead: LeadStanding, today: Day, terms = defaultPoolTerms): LeadProgress {
  const since = lead.lastFollowUpOn ?? lead.reportedOn;
  const worked = isWorked(lead.stage);
  const silentFor = (months: number): boolean => worked && addMonths(since, months) <= today;
  const poolOn = worked && !lead.hasLiveContract ? addMonths(since, terms.poolAfterMonths) : null;
  return {
    stageAgeDays: stageAge(lead, today),
    quietDays: daysBetween(since, today),
    light: silentFor(terms.redAfterMonths) ? 'red' : silentFor(terms.yellowAfterMonths) ? 'yellow' : 'green',
    poolOn,
    goesToPool: poolOn !== null && poolOn <= today,
  };
}
