import { type Amount, type Decimal, decimal } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';

/** What the zone may give out of something: energy in tce 吨标煤, land in 亩. */
export const quotaKinds = ['energy', 'land'] as const;
export type QuotaKind = (typeof quotaKinds)[number];

export interface Quota {
  readonly kind: QuotaKind;
  readonly limit: Amount;
  readonly allocated: Amount;
}

export interface QuotaScreening {
  readonly left: Decimal;
  readonly leftAfter: Decimal;
  /** By how much the lead would go beyond; nought when it fits. */
  readonly over: Decimal;
}

/** 100,000 tce with 96,000 allocated: a lead that needs 5,000 is over by 1,000. */
export function screenAgainstQuota(quota: Quota, needs: Amount): QuotaScreening {
  const left = decimal(quota.limit).minus(quota.allocated);
  const leftAfter = left.minus(needs);
  return { left, leftAfter, over: leftAfter.isNegative() ? leftAfter.negated() : decimal('0') };
}

/**
 * May the lead be admitted? Beyond a quota only by an override that gives its reason: `quota.exceeded` (conflict), a
 * lead at the limit exactly passes.
 */
export function admitToQuota(
  quota: Quota,
  needs: Amount,
  override: { readonly reason: string } | null,
): QuotaScreening {
  const screening = screenAgainstQuota(quota, needs);
  if (screening.over.gt(0) && !override?.reason.trim())
    throw Refusal.conflict('quota.exceeded', {
      kind: quota.kind,
      over: screening.over.toFixed(),
      left: screening.left.toFixed(),
    });
  return screening;
}
