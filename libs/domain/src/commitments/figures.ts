import { type Amount, type Decimal, decimal, percentOf } from '../quantities/index.js';
import { indicatorRules, type PromisedIndicator } from '../standards/index.js';
import type { Actual } from './commitment.js';
import { rankOf } from './source-ranks.js';

const time = (instant: string | null | undefined, open: number): number => (instant ? Date.parse(instant) : open);
const stillKnown = (actual: Actual): boolean => !actual.knownTo;
const knownAt = (actual: Actual, instant: string | null): boolean => {
  if (instant === null) return stillKnown(actual);
  const at = Date.parse(instant);
  return time(actual.knownFrom, -Infinity) <= at && at < time(actual.knownTo, Infinity);
};

/**
 * The figure that counts for a year. Only figures known at the instant take part (null: now). First the one a manager
 * chose, then the source of the highest rank, verified or not; then a verified one, then the latest known. "As known
 * then" shows what people decided on; "as known now" shows what holds today. Source: docs/domain.md, 两个时间.
 */
export function figureOf(
  actuals: readonly Actual[],
  indicator: PromisedIndicator,
  year: number,
  instant: string | null = null,
): Actual | null {
  const since = (actual: Actual): number => time(actual.knownFrom, -Infinity);
  const place = (actual: Actual): number => (actual.chosenBecause ? -1 : rankOf(indicator, actual.source));
  return actuals
    .filter((actual) => actual.indicator === indicator && actual.year === year && knownAt(actual, instant))
    .reduce<Actual | null>((best, actual) => {
      if (!best) return actual;
      if (place(actual) !== place(best)) return place(actual) < place(best) ? actual : best;
      if (Boolean(actual.verified) !== Boolean(best.verified)) return actual.verified ? actual : best;
      return since(actual) > since(best) ? actual : best;
    }, null);
}

/** The amount of a figure in the unit of its indicator. */
export const amountOf = (figure: { readonly wan: Amount } | { readonly quantity: Amount }): Decimal =>
  decimal('wan' in figure ? figure.wan : figure.quantity);

/** The amount that counts as reached, with its figures: the reported one, or the two it is derived from. */
export interface Measured {
  readonly amount: Decimal;
  readonly figures: readonly [Actual] | readonly [part: Actual, whole: Actual];
}

/**
 * What an indicator reached in a year, in its own unit, unrounded. Its own figure counts first. Without one, a derived
 * indicator is computed: 100 × part ÷ whole, e.g. 研发投入 ÷ 产值或营收. null: nothing is reported, one of the two is missing,
 * or the whole is zero.
 */
export function measuredOf(
  actuals: readonly Actual[],
  indicator: PromisedIndicator,
  year: number,
  instant: string | null = null,
): Measured | null {
  const own = figureOf(actuals, indicator, year, instant);
  if (own) return { amount: amountOf(own), figures: [own] };
  const [part, whole] = (indicatorRules[indicator].derivedFrom ?? []).map((source) =>
    figureOf(actuals, source, year, instant),
  );
  const amount = part && whole ? percentOf(amountOf(part), amountOf(whole)) : null;
  return amount && { amount, figures: [part!, whole!] };
}

/** A figure from another source. `difference` is the other amount minus this one, in the unit of the indicator. */
export interface RivalFigure {
  readonly source: Actual['source'];
  readonly amount: string;
  readonly verified: boolean;
  readonly difference: string;
  readonly ref: string | null;
}

/**
 * Figures that other sources report now for the same indicator and year, if the amounts differ (企业填报, 统计, 税务). The
 * screen shows them side by side. The verdict uses one of them (`figureOf`), never a mean.
 */
export function rivalsOf(figure: Actual, actuals: readonly Actual[]): RivalFigure[] {
  return actuals
    .filter(
      (other) =>
        other.indicator === figure.indicator &&
        other.year === figure.year &&
        other.source !== figure.source &&
        stillKnown(other) &&
        !amountOf(other).eq(amountOf(figure)),
    )
    .map((other) => ({
      source: other.source,
      amount: amountOf(other).toFixed(),
      verified: other.verified ?? false,
      difference: amountOf(other).minus(amountOf(figure)).toFixed(),
      ref: other.ref ?? null,
    }));
}
