import { type Amount, type Decimal, decimal, percentOf, plain } from '../quantities/index.js';
import { type FieldFault, Refusal } from '../refusal/index.js';

export const lights = ['green', 'yellow', 'red'] as const;
export type Light = (typeof lights)[number];

/**
 * One row of 档位表: how far behind the plan, in percent. `aboveBehind` is exclusive, `uptoBehind` inclusive; null is
 * unbounded.
 */
export interface Band {
  readonly light: Light;
  readonly aboveBehind: string | null;
  readonly uptoBehind: string | null;
}

/** Not behind is green, up to 50 % behind is yellow, more is red. Default settings. */
export const defaultBands: readonly Band[] = [
  { light: 'green', aboveBehind: null, uptoBehind: '0' },
  { light: 'yellow', aboveBehind: '0', uptoBehind: '50' },
  { light: 'red', aboveBehind: '50', uptoBehind: null },
];

interface Placed {
  readonly band: Band;
  /** Index in the table, from 0. */
  readonly at: number;
  readonly low: Decimal;
  readonly high: Decimal;
}

const placed = (band: Band, at: number): Placed => ({
  band,
  at,
  low: decimal(band.aboveBehind ?? '-Infinity'),
  high: decimal(band.uptoBehind ?? 'Infinity'),
});
const edge = (value: Decimal): string | null => (value.isFinite() ? plain(value) : null);

/**
 * All faults of a table, by row (from 1 in the facts, from 0 in the pointer):
 * - `bands.range`: an edge outside 0–100 %. `bands.empty-band`: no value falls into the row.
 * - `bands.open-end`: the table must be unbounded at both ends.
 * - `bands.gap`, `bands.overlap`: a value in no row, or in two.
 * - `bands.order`: a better light further behind.
 */
export function bandFaults(rows: readonly Band[]): readonly FieldFault[] {
  const fault = (
    at: number,
    field: 'light' | 'aboveBehind' | 'uptoBehind',
    code: string,
    params: FieldFault['params'] = {},
  ): FieldFault => ({ pointer: `/${at}/${field}`, code, params: { row: at + 1, ...params } });
  if (rows.length === 0) return [{ pointer: '', code: 'bands.open-end', params: { row: 1 } }];
  const all = rows.map(placed);
  const outside = (['aboveBehind', 'uptoBehind'] as const).flatMap((field) =>
    rows.flatMap((band, at) =>
      band[field] !== null && (decimal(band[field]).lt(0) || decimal(band[field]).gt(100))
        ? [fault(at, field, 'bands.range')]
        : [],
    ),
  );
  const empty = all
    .filter(({ low, high }) => high.lte(low))
    .map(({ at }) => fault(at, 'uptoBehind', 'bands.empty-band'));
  const sorted = all.filter(({ low, high }) => high.gt(low)).toSorted((a, b) => a.low.cmp(b.low) || a.at - b.at);
  const faults = [...outside, ...empty];
  const [first] = sorted;
  if (first && first.low.isFinite()) faults.push(fault(first.at, 'aboveBehind', 'bands.open-end'));
  let furthest = first;
  for (const next of sorted.slice(1)) {
    const before = furthest as Placed;
    if (before.high.gt(next.low))
      faults.push(
        fault(next.at, 'aboveBehind', 'bands.overlap', {
          with: before.at + 1,
          from: edge(next.low),
          to: edge(before.high.lt(next.high) ? before.high : next.high),
        }),
      );
    if (before.high.lt(next.low))
      faults.push(
        fault(next.at, 'aboveBehind', 'bands.gap', {
          with: before.at + 1,
          from: edge(before.high),
          to: edge(next.low),
        }),
      );
    if (lights.indexOf(next.band.light) < lights.indexOf(before.band.light))
      faults.push(fault(next.at, 'light', 'bands.order', { with: before.at + 1 }));
    if (next.high.gt(before.high)) furthest = next;
  }
  if (furthest && furthest.high.isFinite()) faults.push(fault(furthest.at, 'uptoBehind', 'bands.open-end'));
  return faults;
}

/**
 * Reads a table of bands in any order. Every value must lie in exactly one band. Refuses all faults of
 * {@link bandFaults}.
 */
export function trafficBands(rows: readonly Band[]): readonly Band[] {
  const faults = bandFaults(rows);
  if (faults[0]) throw new Refusal(faults[0].code, faults[0].params, 'unprocessable', faults);
  return rows
    .map(placed)
    .toSorted((a, b) => a.low.cmp(b.low))
    .map(({ band }) => band);
}

/**
 * The light of a month by plan and actual, in 万元, compared by multiplication: 3,000 of 6,000 is 50 % behind, inclusive,
 * and yellow; 2,999 is red.
 */
export function trafficLight(
  planToDate: Amount,
  actual: Amount,
  bands: readonly Band[] = defaultBands,
): { light: Light; behindPercent: Decimal | null } {
  const plan = decimal(planToDate);
  const behind = plan.minus(actual);
  const band = trafficBands(bands).find(
    (row) => row.uptoBehind === null || behind.times(100).lte(plan.times(row.uptoBehind)),
  );
  return { light: band!.light, behindPercent: percentOf(behind, plan) };
}

/** Red escalates at once, yellow when it is the second in a row. The newest light comes last. */
export const escalates = (history: readonly Light[]): boolean => {
  const [before, now] = history.slice(-2).length === 2 ? history.slice(-2) : [undefined, history.at(-1)];
  return now === 'red' || (now === 'yellow' && before === 'yellow');
};
