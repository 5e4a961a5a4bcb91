import { type Amount, type Decimal, decimal, percentOf } from '../quantities/index.js';
import { type FurtherIndicator, type Indicator, indicatorRules, type PromisedIndicator } from '../standards/index.js';
import type { Actual } from './commitment.js';

const time = (instant: string | null | undefined, open: number): number => (instant ? Date.parse(instant) : open);
const stillKnown = (actual: Actual): boolean => !actual.knownTo;
const knownAt = (actual: Actual, instant: string | null): boolean => {
  if (instant === null) return stillKnown(actual);
  const at = Date.parse(instant);
  return time(actual.knownFrom, -Infinity) <= at && at < time(actual.knownTo, Infinity);
};

/**
 * The figure that counts for a year: of those known at the instant (null: now) a verified one before a reported one,
 * then the latest known.
 * What was known then is what was decided on; what is known now is what we hold to be true. The answer to a question
 * says which was asked.
 */
export function figureOf(
  actuals: readonly Actual[],
  indicator: PromisedIndicator,
  year: number,
  instant: string | null = null,
): Actual | null {
  const since = (actual: Actual): number => time(actual.knownFrom, -Infinity);
  return actuals
    .filter((actual) => actual.indicator === indicator && actual.year === year && knownAt(actual, instant))
    .reduce<Actual | null>((best, actual) => {
      if (!best) return actual;
      if (Boolean(actual.verified) !== Boolean(best.verified)) return actual.verified ? actual : best;
      return since(actual) > since(best) ? actual : best;
    }, null);
}

/** In the unit of its indicator. */
export const amountOf = (figure: { readonly wan: Amount } | { readonly quantity: Amount }): Decimal =>
  decimal('wan' in figure ? figure.wan : figure.quantity);

/** What counts as reached, with the figures it stands on: the one that was reported, or the two it was derived from. */
export interface Measured {
  readonly amount: Decimal;
  readonly figures: readonly [Actual] | readonly [part: Actual, whole: Actual];
}

/**
 * What was reached of an indicator in a year: its own figure; where it has none and follows from two others, what they
 * come to, unrounded (100 × 研发投入 ÷ 产值或营收).
 * null: nothing reported, one of the two missing, or the second nought, of which no share can be formed.
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

/**
 * A figure of another source beside the one that was asked about; `difference` = the other − this one; both in the unit
 * of the indicator.
 */
export interface RivalFigure {
  readonly source: Actual['source'];
  readonly amount: string;
  readonly verified: boolean;
  readonly difference: string;
  readonly ref: string | null;
}

/**
 * What other sources say now of the same indicator and year where they say something else (企业填报, 统计, 税务 disagree). They
 * are set side by side: the verdict goes by
 * one of them (`figureOf`), never by a mean.
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

/** Something about a figure that a person must confirm; never refused and never mended in silence. */
export type FigureQuestion =
  | {
      readonly code: 'actual.falls';
      readonly facts: { readonly year: number; readonly before: string; readonly now: string };
    }
  | {
      readonly code: 'actual.scale';
      readonly facts: {
        readonly year: number;
        readonly before: string;
        readonly now: string;
        readonly factor: '10' | '10000' | '100000000';
      };
    };

const scales = ['100000000', '10000', '10'] as const;

/**
 * Compares a new figure with the nearest one of an earlier year that is not nought. A cumulative figure that falls is
 * asked about; so is one ten times
 * larger or smaller than its past, or more (10⁴ is 万 against 元, 10⁸ 亿 against 元).
 */
export function questionsAbout(
  figure: { year: number } & (
    { indicator: Indicator; wan: Amount } | { indicator: FurtherIndicator; quantity: Amount }
  ),
  actuals: readonly Actual[],
): FigureQuestion[] {
  const before = actuals
    .filter(
      (actual) =>
        actual.indicator === figure.indicator &&
        actual.year < figure.year &&
        stillKnown(actual) &&
        !amountOf(actual).isZero(),
    )
    .reduce<Actual | null>((nearest, actual) => (!nearest || actual.year > nearest.year ? actual : nearest), null);
  if (!before) return [];
  const [now, then] = [amountOf(figure), amountOf(before)];
  const facts = { year: before.year, before: then.toFixed(), now: now.toFixed() };
  const questions: FigureQuestion[] = [];
  if (indicatorRules[figure.indicator].cumulative && now.lt(then)) questions.push({ code: 'actual.falls', facts });
  const factor = scales.find((scale) => apart(now, then, scale));
  if (factor) questions.push({ code: 'actual.scale', facts: { ...facts, factor } });
  return questions;
}

/**
 * At least the factor apart; for the two unit slips from half of it on, since a figure rarely repeats to the last
 * digit.
 */
function apart(a: Decimal, b: Decimal, factor: string): boolean {
  if (a.isZero()) return false;
  const least = factor === '10' ? decimal(factor) : decimal(factor).div(2);
  return a.gte(b.times(least)) || b.gte(a.times(least));
}
