import { type Amount, Decimal, decimal } from './decimal.js';

/** 万元 = 万元/亩 × 亩. */
export const totalWan = (perMuWan: Amount, areaMu: Amount): Decimal => decimal(perMuWan).times(areaMu);

/** 万元/亩 = 万元 ÷ 亩; null without land. */
export const perMuWan = (wan: Amount, areaMu: Amount): Decimal | null => {
  const mu = decimal(areaMu);
  return mu.isZero() ? null : decimal(wan).div(mu);
};

/**
 * Weighted by area: Σ 万元 ÷ Σ 亩. Never the mean of per-mu values, which would give a small plot the weight of a large
 * one.
 */
export function weightedPerMu(plots: Iterable<{ totalWan: Amount; areaMu: Amount }>): Decimal | null {
  let wan = new Decimal(0);
  let mu = new Decimal(0);
  for (const plot of plots) {
    wan = wan.plus(plot.totalWan);
    mu = mu.plus(plot.areaMu);
  }
  return perMuWan(wan, mu);
}

/** part ÷ whole in percent, unrounded. null if one is unknown or the whole is zero; shown as —, never as 0 % or ∞. */
export function percentOf(part: Amount | null, whole: Amount | null): Decimal | null {
  if (part === null || whole === null) return null;
  const base = decimal(whole);
  return base.isZero() ? null : decimal(part).times(100).div(base);
}

/** part ≥ percent % of whole, compared by multiplication: rounding cannot change that 1,200 of 1,500 reaches 80 %. */
export const reaches = (part: Amount, whole: Amount, percent: Amount): boolean =>
  decimal(part).times(100).gte(decimal(whole).times(percent));
