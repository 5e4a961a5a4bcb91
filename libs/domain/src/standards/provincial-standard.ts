import type { Day } from '../days/index.js';
import { type Amount, type Decimal, totalWan } from '../quantities/index.js';
import type { Indicator } from './indicators.js';

/**
 * The place a standard applies to, from the narrowest to the widest. A class groups similar parks; a region groups the
 * parks of one city or county.
 */
export type StandardPlace =
  | { readonly kind: 'park'; readonly key: string }
  | { readonly kind: 'park-class'; readonly key: string }
  | { readonly kind: 'region'; readonly key: string }
  | { readonly kind: 'zone' };

/** 省定标准: one row of a version, in 万元/亩. */
export interface ProvincialStandard {
  readonly id: string;
  readonly indicator: Indicator;
  readonly place: StandardPlace;
  /** null: any industry. */
  readonly industry: string | null;
  /** null is 不设: the standard sets no value on purpose, and there is no percentage. */
  readonly perMuWan: string | null;
  /** Both inclusive. `validTo` null: in force until a later row replaces it. */
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** The document number, or how the value was derived. */
  readonly documentNo: string;
}

export interface StandardQuestion {
  readonly indicator: Indicator;
  readonly park: string | null;
  readonly parkClass?: string | null;
  readonly region?: string | null;
  readonly industry: string | null;
  /** The signing day: a later version never changes what was signed under an earlier one. */
  readonly day: Day;
}

const narrowness = { zone: 0, region: 1, 'park-class': 2, park: 3 } as const;

const holdsAt = (place: StandardPlace, asked: StandardQuestion): boolean => {
  switch (place.kind) {
    case 'zone':
      return true;
    case 'region':
      return place.key === asked.region;
    case 'park-class':
      return place.key === asked.parkClass;
    case 'park':
      return place.key === asked.park;
  }
};

const holdsOn = (row: ProvincialStandard, on: Day): boolean =>
  row.validFrom <= on && (row.validTo === null || on <= row.validTo);

/**
 * The standard in force on the signing day. The narrowest place wins; within one place, a row for the industry wins
 * over one for any industry. A winning row with 不设 still counts; a wider row does not replace it. null: no standard for
 * that place and day.
 */
export function standardInForce(
  rows: readonly ProvincialStandard[],
  asked: StandardQuestion,
): ProvincialStandard | null {
  const rank = (row: ProvincialStandard): number => narrowness[row.place.kind] * 2 + (row.industry === null ? 0 : 1);
  return rows
    .filter(
      (row) =>
        row.indicator === asked.indicator &&
        holdsAt(row.place, asked) &&
        (row.industry === null || row.industry === asked.industry) &&
        holdsOn(row, asked.day),
    )
    .reduce<ProvincialStandard | null>((best, row) => (best === null || rank(row) > rank(best) ? row : best), null);
}

const keyOf = (row: ProvincialStandard): string =>
  JSON.stringify([row.indicator, row.place.kind, row.place.kind === 'zone' ? null : row.place.key, row.industry]);
/** Same indicator, place and industry. At most one such row may be in force on a day. */
export const sameKey = (a: ProvincialStandard, b: ProvincialStandard): boolean => keyOf(a) === keyOf(b);
/** Whether there is a day on which both are in force. */
export const validityOverlaps = (a: ProvincialStandard, b: ProvincialStandard): boolean =>
  (a.validTo === null || b.validFrom <= a.validTo) && (b.validTo === null || a.validFrom <= b.validTo);

/** The least amount a plot must promise, 万元; null if no value is set. */
export function minimumWan(standard: Pick<ProvincialStandard, 'perMuWan'> | null, areaMu: Amount): Decimal | null {
  const perMuWan = standard?.perMuWan ?? null;
  return perMuWan === null ? null : totalWan(perMuWan, areaMu);
}
