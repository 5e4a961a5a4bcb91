import { type Amount, type Decimal, decimal, percentOf } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';

export const lights = ['green', 'yellow', 'red'] as const;
export type Light = (typeof lights)[number];

/** One row of the table: how far behind the plan, in percent of it. `aboveBehind` is exclusive, `uptoBehind` inclusive; null is without bound. */
export interface Band {
  readonly light: Light;
  readonly aboveBehind: string | null;
  readonly uptoBehind: string | null;
}

/** Not behind at all is green, up to 50 % behind yellow, more red; configuration. */
export const defaultBands: readonly Band[] = [
  { light: 'green', aboveBehind: null, uptoBehind: '0' },
  { light: 'yellow', aboveBehind: '0', uptoBehind: '50' },
  { light: 'red', aboveBehind: '50', uptoBehind: null },
];

/**
 * Reads a table of bands, in any order. Every distance must lie in exactly one of them: `bands.gap`, `bands.overlap`, `bands.open-end` (it must begin and end
 * without bound), `bands.empty-band` (a row no value can fall in).
 */
export function trafficBands(rows: readonly Band[]): readonly Band[] {
  const low = (band: Band): Decimal => decimal(band.aboveBehind ?? '-Infinity');
  const bands = rows.toSorted((a, b) => low(a).cmp(low(b)));
  if (bands.length === 0 || bands[0]!.aboveBehind !== null || bands.at(-1)!.uptoBehind !== null) throw new Refusal('bands.open-end', {});
  bands.forEach((band, i) => {
    if (band.uptoBehind !== null && decimal(band.uptoBehind).lte(low(band))) throw new Refusal('bands.empty-band', { light: band.light });
    const next = bands[i + 1];
    if (!next) return;
    const edge = band.uptoBehind === null ? decimal('Infinity') : decimal(band.uptoBehind);
    if (edge.gt(low(next))) throw new Refusal('bands.overlap', { light: band.light, with: next.light });
    if (edge.lt(low(next))) throw new Refusal('bands.gap', { light: band.light, next: next.light });
  });
  return bands;
}

/** The light of a plan to date: 3,000 of 6,000 is 50 % behind, inclusive, and yellow; 2,999 is red. Decided by multiplication. */
export function trafficLight(planToDate: Amount, actual: Amount, bands: readonly Band[] = defaultBands): { light: Light; behindPercent: Decimal | null } {
  const plan = decimal(planToDate);
  const behind = plan.minus(actual);
  const band = trafficBands(bands).find((row) => row.uptoBehind === null || behind.times(100).lte(plan.times(row.uptoBehind)));
  return { light: band!.light, behindPercent: percentOf(behind, plan) };
}

/** Red escalates at once, yellow when it is the second running; the newest light comes last. */
export const escalates = (history: readonly Light[]): boolean => {
  const [before, now] = history.slice(-2).length === 2 ? history.slice(-2) : [undefined, history.at(-1)];
  return now === 'red' || (now === 'yellow' && before === 'yellow');
};
