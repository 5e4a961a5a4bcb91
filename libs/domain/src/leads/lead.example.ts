import type { Day } from '../days/index.js';
import type { LeadStage } from './lead.js';
import type { LeadClock } from './lead-progress.js';

type Draft = { -readonly [K in keyof LeadClock]: LeadClock[K] };

/** `aLead().registeredOn('2026-11-01').followedUpOn('2026-11-10').clock`; answered and assessed on its first day unless told otherwise. */
export function aLead(id = 'lead-1') {
  const draft: Draft = {
    id, stage: 'registered', major: false, registeredOn: '2026-11-01', stageSince: '2026-11-01', firstAnsweredOn: '2026-11-01', assessedOn: '2026-11-01', lastFollowUpOn: null, hasLiveContract: false,
  };
  const builder = {
    get clock(): LeadClock {
      return { ...draft };
    },
    registeredOn: (day: Day) => (Object.assign(draft, { registeredOn: day, stageSince: day, firstAnsweredOn: day, assessedOn: day }), builder),
    unanswered: () => ((draft.firstAnsweredOn = null), builder),
    unassessed: () => ((draft.assessedOn = null), builder),
    major: () => ((draft.major = true), builder),
    inStage: (stage: LeadStage, since?: Day) => (Object.assign(draft, { stage, stageSince: since ?? draft.stageSince }), builder),
    followedUpOn: (day: Day) => ((draft.lastFollowUpOn = day), builder),
    withLiveContract: () => ((draft.hasLiveContract = true), builder),
  };
  return builder;
}
