import type { Lifecycle } from '../lifecycle/index.js';

/**
 * 草案, 有效, 整改中, 已履行, 已终止, 已作废. A draft may be dropped. A commitment in force ends fulfilled or terminated. After a
 * rectified breach it is in force again; otherwise it is terminated. A change of the promise is an amendment, not a
 * transition.
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
