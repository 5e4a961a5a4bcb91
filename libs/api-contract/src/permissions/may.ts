import type { PermissionName } from './table.js';

/** What an answer tells the caller about the record it shows: the permissions whose reach differs between records. */
export const MAY = {
  Lead: ['update Lead', 'lose Lead', 'transfer Lead'],
  Enterprise: ['update Enterprise', 'create Contact'],
  Contract: [
    'update Contract',
    'correct Contract',
    'sign Contract',
    'decide Contract',
    'update Milestone',
    'create MilestoneExtension',
    'create Commitment',
    'approve Commitment',
    'decide Assessment',
    'create Actual',
    'create Receipt',
    'create File',
  ],
  /** `create File` as its contract lets. */
  Actual: ['correct Actual', 'create File'],
  Receipt: ['correct Receipt', 'create File'],
} as const satisfies Record<string, readonly PermissionName[]>;
