import type { Lifecycle } from '../lifecycle/index.js';

/**
 * 草案, 有效, 整改中, 已履行, 已终止, 已作废. A draft may be dropped; once in force a commitment ends fulfilled or terminated, and a
 * breach that is being
 * rectified goes back into force or ends in termination. Changing what is promised is no step here: it is an amendment.
 */
export const commitmentStates = ['draft', 'in-force', 'rectifying', 'fulfilled', 'terminated', 'dropped'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

export const commitmentLifecycle: Lifecycle<CommitmentState> = {
  draft: ['in-force', 'dropped'],
  'in-force': ['rectifying', 'fulfilled', 'terminated'],
  rectifying: ['in-force', 'terminated'],
  fulfilled: [],
  terminated: [],
  dropped: [],
};
