import { type Lifecycle, move } from '../lifecycle/index.js';
import { Refusal } from '../refusal/index.js';

/** 登记, 对接, 实地考察, 洽谈, 准入评审, 签约; ways out: 流失, 撤回. */
export const leadStages = ['registered', 'contacted', 'site-visit', 'negotiation', 'admission-review', 'signed', 'lost', 'withdrawn'] as const;
export type LeadStage = (typeof leadStages)[number];

/**
 * A talk may leap ahead, and fall back by one; it is signed only out of the admission review, and a lost or withdrawn lead comes back as contacted.
 * The kanban draws its lanes from this table.
 */
export const leadLifecycle: Lifecycle<LeadStage> = {
  registered: ['contacted', 'site-visit', 'negotiation', 'lost', 'withdrawn'],
  contacted: ['site-visit', 'negotiation', 'registered', 'lost', 'withdrawn'],
  'site-visit': ['negotiation', 'contacted', 'lost', 'withdrawn'],
  negotiation: ['admission-review', 'site-visit', 'lost', 'withdrawn'],
  'admission-review': ['signed', 'negotiation', 'lost', 'withdrawn'],
  signed: [],
  lost: ['contacted'],
  withdrawn: ['contacted'],
};

export const isOpen = (stage: LeadStage): boolean => stage !== 'signed' && stage !== 'lost' && stage !== 'withdrawn';

export const lossReasons = ['land', 'energy-quota', 'policy', 'price', 'financing', 'market', 'other-zone', 'below-standard', 'no-answer', 'other'] as const;
export type LossReason = (typeof lossReasons)[number];

export interface LeadMove {
  readonly to: LeadStage;
  readonly lossReason?: LossReason | null;
  /** Needed with the reason `other`. */
  readonly note?: string | null;
}

/**
 * Moves a lead. `transition.forbidden` as the table has it; `lead.loss-reason-missing` when it is lost or withdrawn without a reason, or for "other" without a note.
 */
export function moveLead(from: LeadStage, { to, lossReason = null, note = null }: LeadMove): { stage: LeadStage; lossReason: LossReason | null } {
  const stage = move(leadLifecycle, from, to);
  if (stage !== 'lost' && stage !== 'withdrawn') return { stage, lossReason: null };
  if (lossReason === null) throw Refusal.fields([{ pointer: '/lossReason', code: 'lead.loss-reason-missing', params: { to } }]);
  if (lossReason === 'other' && !note?.trim()) throw Refusal.fields([{ pointer: '/note', code: 'lead.loss-reason-missing', params: { to } }]);
  return { stage, lossReason };
}

/** 跟进: telephone, visit to the firm, meeting, reception in the zone, letter or message. */
export const followUpKinds = ['call', 'visit', 'meeting', 'reception', 'message'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** 产业招商, 平台招商, 并购招商, 以商招商 (with the firm that referred), 委托招商. */
export const promotionChannels = ['industry', 'platform', 'acquisition', 'referral', 'mandate'] as const;
export type PromotionChannel = (typeof promotionChannels)[number];
