import { type Amount, type Decimal, decimal } from '../quantities/index.js';
import type { Indicator } from '../standards/index.js';
import type { Actual } from './commitment.js';

const time = (instant: string | null | undefined, open: number): number => (instant ? Date.parse(instant) : open);
const stillKnown = (actual: Actual): boolean => !actual.knownTo;
const knownAt = (actual: Actual, instant: string | null): boolean => {
  if (instant === null) return stillKnown(actual);
  const at = Date.parse(instant);
  return time(actual.knownFrom, -Infinity) <= at && at < time(actual.knownTo, Infinity);
};

/**
 * The figure that counts for a year: of those known at the instant (null: now) a verified one before a reported one, then the latest known.
 * What was known then is what was decided on; what is known now is what we hold to be true. The answer to a question says which was asked.
 */
export function figureOf(actuals: readonly Actual[], indicator: Indicator, year: number, instant: string | null = null): Actual | null {
  const since = (actual: Actual): number => time(actual.knownFrom, -Infinity);
  return actuals
    .filter((actual) => actual.indicator === indicator && actual.year === year && knownAt(actual, instant))
    .reduce<Actual | null>((best, actual) => {
      if (!best) return actual;
      if (Boolean(actual.verified) !== Boolean(best.verified)) return actual.verified ? actual : best;
      return since(actual) > since(best) ? actual : best;
    }, null);
}

/** A figure of another source beside the one that was asked about; `differenceWan` = the other − this one, 万元. */
export interface RivalFigure {
  readonly source: Actual['source'];
  readonly wan: string;
  readonly verified: boolean;
  readonly differenceWan: string;
  readonly ref: string | null;
}

/**
 * What other sources say now of the same indicator and year where they say something else (企业填报, 统计, 税务 disagree). They are set side by side: the verdict goes by
 * one of them (`figureOf`), never by a mean.
 */
export function rivalsOf(figure: Pick<Actual, 'indicator' | 'year' | 'source' | 'wan'>, actuals: readonly Actual[]): RivalFigure[] {
  return actuals
    .filter((other) => other.indicator === figure.indicator && other.year === figure.year && other.source !== figure.source && stillKnown(other) && !decimal(other.wan).eq(figure.wan))
    .map((other) => ({ source: other.source, wan: other.wan, verified: other.verified ?? false, differenceWan: decimal(other.wan).minus(figure.wan).toFixed(), ref: other.ref ?? null }));
}

/** Something about a figure that a person must confirm; never refused and never mended in silence. */
export type FigureQuestion =
  | { readonly code: 'actual.falls'; readonly facts: { readonly year: number; readonly before: string; readonly now: string } }
  | { readonly code: 'actual.scale'; readonly facts: { readonly year: number; readonly before: string; readonly now: string; readonly factor: '10' | '10000' | '100000000' } };

const scales = ['100000000', '10000', '10'] as const;

/**
 * Compares a new figure with the nearest one of an earlier year that is not nought. A cumulative figure that falls is asked about; so is one ten times
 * larger or smaller than its past, or more (10⁴ is 万 against 元, 10⁸ 亿 against 元).
 */
export function questionsAbout(figure: { indicator: Indicator; year: number; wan: Amount }, actuals: readonly Actual[]): FigureQuestion[] {
  const before = actuals
    .filter((actual) => actual.indicator === figure.indicator && actual.year < figure.year && stillKnown(actual) && !decimal(actual.wan).isZero())
    .reduce<Actual | null>((nearest, actual) => (!nearest || actual.year > nearest.year ? actual : nearest), null);
  if (!before) return [];
  const now = decimal(figure.wan);
  const facts = { year: before.year, before: decimal(before.wan).toFixed(), now: now.toFixed() };
  const questions: FigureQuestion[] = [];
  if (figure.indicator === 'investment' && now.lt(before.wan)) questions.push({ code: 'actual.falls', facts });
  const factor = scales.find((scale) => apart(now, decimal(before.wan), scale));
  if (factor) questions.push({ code: 'actual.scale', facts: { ...facts, factor } });
  return questions;
}

/** At least the factor apart; for the two unit slips from half of it on, since a figure rarely repeats to the last digit. */
function apart(a: Decimal, b: Decimal, factor: string): boolean {
  if (a.isZero()) return false;
  const least = factor === '10' ? decimal(factor) : decimal(factor).div(2);
  return a.gte(b.times(least)) || b.gte(a.times(least));
}
