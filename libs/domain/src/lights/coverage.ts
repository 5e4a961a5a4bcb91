import { type Decimal, decimal, plain } from '../quantities/index.js';
import type { Band, Light } from './traffic-light.js';

/**
 * One stretch of "behind the plan", in percent: above `from`, up to and including `to`; null is unbounded. No light: a
 * gap. Several lights: bands overlap.
 */
export interface Stretch {
  readonly from: string | null;
  readonly to: string | null;
  readonly lights: readonly Light[];
}

/**
 * The lights of every distance, from ahead of the plan to furthest behind. Also for a refused table, so that its gaps
 * and overlaps can be shown.
 */
export function coverage(rows: readonly Band[]): readonly Stretch[] {
  const low = (band: Band): Decimal => decimal(band.aboveBehind ?? '-Infinity');
  const high = (band: Band): Decimal => decimal(band.uptoBehind ?? 'Infinity');
  const edges = rows
    .flatMap((band) => [band.aboveBehind, band.uptoBehind])
    .filter((edge): edge is string => edge !== null)
    .map((edge) => plain(edge));
  const cuts = [...new Set(edges)].sort((a, b) => decimal(a).cmp(b));
  return [null, ...cuts].map((from, at) => {
    const to = cuts[at] ?? null;
    const covering = rows.filter((band) => low(band).lte(from ?? '-Infinity') && high(band).gte(to ?? 'Infinity'));
    return { from, to, lights: covering.map(({ light }) => light) };
  });
}
