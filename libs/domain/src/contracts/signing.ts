/** 送审, 等审批, 由他人签, 可签约: the next step before a contract is signed. */
export const signingSteps = ['approve', 'wait', 'another', 'sign'] as const;
export type SigningStep = (typeof signingSteps)[number];

export interface SigningQuestion {
  /** Levels the approval policy needs now, for this amount and these promises. */
  readonly levels: number;
  /** A promise is below the standard in force today. */
  readonly below: boolean;
  /** The person who would sign also drafted the contract. */
  readonly own: boolean;
  /** The approval case of a contract in review; null for a draft. */
  readonly approval: { readonly state: string; readonly levels: number; readonly belowStandard: boolean } | null;
}

/**
 * A contract must be approved first in two cases: the policy needs levels and none was granted; or it was approved at
 * the standard and is now below it. A contract that needs no approval is not signed by its own drafter. The separation
 * is our choice; the levels come from the approval policy (docs/domain.md, 审批).
 */
export function signingStep({ levels, below, own, approval }: SigningQuestion): SigningStep {
  if (approval && approval.state !== 'granted') return 'wait';
  if (levels > 0 && (!approval || (below && !approval.belowStandard))) return 'approve';
  return own && (!approval || approval.levels === 0) ? 'another' : 'sign';
}
