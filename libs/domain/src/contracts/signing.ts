/** 送审, 等审批, 由他人签, 可签约: what comes next before a contract is signed. */
export const signingSteps = ['approve', 'wait', 'another', 'sign'] as const;
export type SigningStep = (typeof signingSteps)[number];

export interface SigningQuestion {
  /** Levels the policy asks now for such an amount and such promises. */
  readonly levels: number;
  /** A promise lies below the standard of the signing day. */
  readonly below: boolean;
  /** Whoever would sign drafted it. */
  readonly own: boolean;
  /** The case a contract in review stands on; null for a draft. */
  readonly approval: { readonly state: string; readonly levels: number; readonly belowStandard: boolean } | null;
}

/**
 * Where levels are asked and none was granted, or what was granted was not below the standard and now is, it is
 * approved first. What nobody had to approve is not
 * signed by its drafter. Ours; the levels are the approval policy's (docs/domain.md, 审批).
 */
export function signingStep({ levels, below, own, approval }: SigningQuestion): SigningStep {
  if (approval && approval.state !== 'granted') return 'wait';
  if (levels > 0 && (!approval || (below && !approval.belowStandard))) return 'approve';
  return own && (!approval || approval.levels === 0) ? 'another' : 'sign';
}
