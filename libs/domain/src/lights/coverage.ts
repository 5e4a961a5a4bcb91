import { type Decimal, decimal, plain } from '../quantities/index.js';
import type { Band, Light } from './traffic-light.js';

/**
 * A stretch of "how far behind", % of the plan: above `from`, up to and with `to`; null without bound. No light:
 * nothing covers it. Several: they overlap.
 */
export interface Stretch {
  readonly from: string | null;
  readonly to: string | null;
  readonly lights: readonly Light[];
}

/**
 * What a table says of every distance, from ahead of the plan to furthest behind: also of a table that is refused, so
 * that its gaps and overlaps can be seen.
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
