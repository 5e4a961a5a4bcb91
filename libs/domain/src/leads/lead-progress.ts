import { type Day, addMonths, daysBetween } from '../days/index.js';
import { type LeadStage, isWorked } from './lead-lifecycle.js';

export interface LeadStanding {
  readonly stage: LeadStage;
  readonly stageSince: Day;
  readonly reportedOn: Day;
  /** The last follow-up; null before the first. */
  readonly lastFollowUpOn: Day | null;
  /** An enterprise with a live contract never returns to the pool 公海. */
  readonly hasLiveContract: boolean;
}

/** Months without a follow-up until a lead turns yellow, turns red, and returns to the pool. Default settings. */
export const defaultPoolTerms = { yellowAfterMonths: 2, redAfterMonths: 3, poolAfterMonths: 6 };

/** Whole days in the current stage. */
export const stageAge = (lead: Pick<LeadStanding, 'stageSince'>, today: Day): number =>
  daysBetween(lead.stageSince, today);

export interface LeadProgress {
  readonly stageAgeDays: number;
  readonly quietDays: number;
  readonly light: 'green' | 'yellow' | 'red';
  /**
   * The day it returns to the pool. null: never, since the lead is no longer worked on or the enterprise has a live
   * contract.
   */
  readonly poolOn: Day | null;
  readonly goesToPool: boolean;
}

/** Counts from the last follow-up, or from the report if there is none. The day that completes a month counts. */
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
