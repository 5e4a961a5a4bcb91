import { type Amount, Decimal, decimal, sum } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';

/** 亩均效益: one item of the score. The base value earns full marks; the weight is their number. */
export interface ScoreItem {
  readonly key: string;
  readonly base: string;
  readonly weight: string;
}

/** 亩均税收, 亩均增加值, 单位能耗增加值, 单位排放增加值, 全员劳动生产率, R&D 占比. Default settings. */
export const defaultScoreItems: readonly ScoreItem[] = [
  { key: 'tax-per-mu', base: '24.097', weight: '30' },
  { key: 'added-value-per-mu', base: '136.16', weight: '20' },
  { key: 'added-value-per-energy', base: '2.694', weight: '20' },
  { key: 'added-value-per-emission', base: '4929.81', weight: '10' },
  { key: 'labour-productivity', base: '18.14', weight: '10' },
  { key: 'rd-share', base: '0.0302', weight: '10' },
];

export interface ScorePart {
  readonly key: string;
  readonly points: Decimal;
  readonly capped: boolean;
}

/**
 * Σ value ÷ base × weight, unrounded. If capped, no item earns more than its weight. Refuses `score.weights` (they do
 * not add up to 100), `score.base` (not above zero) and `score.value-missing`: no item may be left out.
 */
export function perMuScore(
  values: Readonly<Record<string, Amount>>,
  options: { items?: readonly ScoreItem[]; capped?: boolean } = {},
): { score: Decimal; parts: readonly ScorePart[] } {
  const items = options.items ?? defaultScoreItems;
  if (!sum(items.map((item) => item.weight)).eq(100))
    throw new Refusal('score.weights', { sum: sum(items.map((item) => item.weight)).toFixed() });
  const parts = items.map(({ key, base, weight }): ScorePart => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined) throw new Refusal('score.value-missing', { item: key });
    if (decimal(base).lte(0)) throw new Refusal('score.base', { item: key });
    const points = decimal(value).times(weight).div(base);
    const capped = options.capped === true && points.gt(weight);
    return { key, points: capped ? decimal(weight) : points, capped };
  });
  return { score: sum(parts.map((part) => part.points)), parts };
}

export interface ClassBand {
  readonly name: string;
  /** Percent of the enterprises, best class first. */
  readonly percent: string;
}

export const defaultClassBands: readonly ClassBand[] = [
  { name: 'A', percent: '20' },
  { name: 'B', percent: '40' },
  { name: 'C', percent: '35' },
  { name: 'D', percent: '5' },
];

/**
 * Ranks enterprises by score and divides them into classes by share: 40 enterprises at 20/40/35/5 % give 8, 16, 14 and
 * 2. Each cut is the cumulative share, rounded half up. Equal scores stay together in the better class. Refuses
 * `class.percent` (the shares do not add up to 100). Source: docs/domain.md, 亩均效益评价.
 */
export function perMuClasses(
  firms: readonly { readonly id: string; readonly score: Amount }[],
  bands: readonly ClassBand[] = defaultClassBands,
): ReadonlyMap<string, string> {
  if (!sum(bands.map((band) => band.percent)).eq(100))
    throw new Refusal('class.percent', { sum: sum(bands.map((band) => band.percent)).toFixed() });
  const ranked = firms.toSorted((a, b) => decimal(b.score).cmp(a.score) || (a.id < b.id ? -1 : 1));
  const cuts = bands.map((_, i) =>
    sum(bands.slice(0, i + 1).map((band) => band.percent))
      .times(firms.length)
      .div(100)
      .toDecimalPlaces(0, Decimal.ROUND_HALF_UP),
  );
  const classes = new Map<string, string>();
  ranked.forEach((firm, rank) => {
    const before = ranked[rank - 1];
    const tied = before && decimal(before.score).eq(firm.score) ? classes.get(before.id) : undefined;
    classes.set(firm.id, tied ?? bands[cuts.findIndex((cut) => cut.gt(rank))]!.name);
  });
  return classes;
}
