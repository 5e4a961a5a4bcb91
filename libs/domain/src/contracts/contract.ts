import type { Lifecycle } from '../lifecycle/index.js';

/** 意向书, 框架协议, 实质合同, 对赌合同 (a substantive contract with commitments), 补充协议, 一企一策. */
export const contractKinds = [
  'letter-of-intent',
  'framework',
  'substantive',
  'performance',
  'supplement',
  'one-firm-one-policy',
] as const;
export type ContractKind = (typeof contractKinds)[number];

interface KindRule {
  /** 签约: counted as signed, with its amount. */
  readonly countsAsSigned: boolean;
  /** Its commitments count in the per-mu averages. */
  readonly carriesCommitments: boolean;
  /** Belongs to another contract and cannot exist alone. */
  readonly needsParent: boolean;
  /** It grants land, so its area is asked for. */
  readonly needsLand: boolean;
}

/** How each kind counts in the reports. Framework amounts are shown separately. */
export const contractKindRules: Readonly<Record<ContractKind, KindRule>> = {
  'letter-of-intent': { countsAsSigned: false, carriesCommitments: false, needsParent: false, needsLand: false },
  framework: { countsAsSigned: false, carriesCommitments: false, needsParent: false, needsLand: false },
  substantive: { countsAsSigned: true, carriesCommitments: false, needsParent: false, needsLand: true },
  performance: { countsAsSigned: true, carriesCommitments: true, needsParent: false, needsLand: true },
  supplement: { countsAsSigned: false, carriesCommitments: false, needsParent: true, needsLand: false },
  'one-firm-one-policy': { countsAsSigned: false, carriesCommitments: false, needsParent: false, needsLand: false },
};

/** 草拟, 审核中, 已签约, 履行中, 已完成, 已终止, 已作废. */
export const contractStates = [
  'draft',
  'in-review',
  'signed',
  'performing',
  'completed',
  'terminated',
  'void',
] as const;
export type ContractState = (typeof contractStates)[number];

/**
 * A review may return a draft. A signed contract never becomes a draft again; it is amended by a supplement. Only a
 * contract that was never signed can be void.
 */
export const contractLifecycle: Lifecycle<ContractState> = {
  draft: ['in-review', 'void'],
  'in-review': ['draft', 'signed', 'void'],
  signed: ['performing', 'terminated'],
  performing: ['completed', 'terminated'],
  completed: [],
  terminated: [],
  void: [],
};

/** 在履约: an enterprise with such a contract never returns to the pool, and its commitments are watched. */
export const isLive = (state: ContractState): boolean => state === 'signed' || state === 'performing';

/** Signed at some time, in whatever state now; it stays in the count of its year. */
export const wasSigned = (state: ContractState): boolean =>
  isLive(state) || state === 'completed' || state === 'terminated';
