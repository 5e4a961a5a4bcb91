import { type Lifecycle, isEnd } from '../lifecycle/index.js';
import { Refusal } from '../refusal/index.js';

/** The stages before a contract, in their usual order; the last two end a lead without one. */
export const leadStages = [
  'registered',
  'contact',
  'site-visit',
  'negotiation',
  'admission-review',
  'signed',
  'lost',
  'withdrawn',
] as const;
export type LeadStage = (typeof leadStages)[number];

/**
 * A stage may be skipped (an enterprise known for years needs no first contact), except the admission review: it
 * decides on land and energy.
 */
export const leadLifecycle: Lifecycle<LeadStage> = {
  registered: ['contact', 'site-visit', 'negotiation', 'lost', 'withdrawn'],
  contact: ['registered', 'site-visit', 'negotiation', 'lost', 'withdrawn'],
  'site-visit': ['contact', 'negotiation', 'admission-review', 'lost', 'withdrawn'],
  negotiation: ['site-visit', 'admission-review', 'lost', 'withdrawn'],
  'admission-review': ['negotiation', 'signed', 'lost', 'withdrawn'],
  signed: [],
  lost: ['contact'],
  withdrawn: ['contact'],
};

/** Lost to another place, or withdrawn by the investor. Both need a reason. */
export const isGivenUp = (stage: LeadStage): boolean => stage === 'lost' || stage === 'withdrawn';

/** Still worked on: neither signed nor given up. */
export const isWorked = (stage: LeadStage): boolean => !isGivenUp(stage) && !isEnd(leadLifecycle, stage);
export const workedStages: readonly LeadStage[] = leadStages.filter(isWorked);

export interface LeadMove {
  readonly from: LeadStage;
  readonly to: LeadStage;
  readonly lossReason: string | null;
}

/**
 * Moves a lead to a stage. Refuses `lead.transition` (conflict; the facts name the allowed stages) and
 * `lead.loss-reason` if a lead is given up without a reason.
 */
export function movedLead(from: LeadStage, to: LeadStage, lossReason?: string): LeadMove {
  const allowed = leadLifecycle[from];
  if (!allowed.includes(to)) throw Refusal.conflict('lead.transition', { from, to, allowed: [...allowed] });
  const reason = lossReason?.trim() ?? '';
  if (isGivenUp(to) && reason === '') throw Refusal.fields([{ pointer: '/lossReason', code: 'lead.loss-reason' }]);
  return { from, to, lossReason: isGivenUp(to) ? reason : null };
}

/** Where a lead came from: 产业招商, 平台招商, 并购招商, 以商招商, 委托招商. */
export const leadChannels = ['industry', 'platform', 'merger', 'referral', 'entrusted'] as const;
export type LeadChannel = (typeof leadChannels)[number];

/** How they met: 电话, 上门, 会议, 接待. */
export const followUpKinds = ['call', 'visit', 'meeting', 'reception'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];
