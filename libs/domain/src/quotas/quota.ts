import { type Amount, type Decimal, decimal } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';

/** What the zone can allocate: energy in tce 吨标准煤, land in 亩. */
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
  /** By how much the lead would exceed the quota; zero if it fits. */
  readonly over: Decimal;
}

/** In the unit of the quota. 100,000 tce with 96,000 allocated: a lead that needs 5,000 exceeds it by 1,000. */
export function screenAgainstQuota(quota: Quota, needs: Amount): QuotaScreening {
  const left = decimal(quota.limit).minus(quota.allocated);
  const leftAfter = left.minus(needs);
  return { left, leftAfter, over: leftAfter.isNegative() ? leftAfter.negated() : decimal('0') };
}

/**
 * Admits a lead if it fits; exactly at the limit it passes. Refuses `quota.exceeded` (conflict), unless an override
 * gives a reason.
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
