import { type Amount, type Decimal, decimal } from '../quantities/index.js';
import { type FurtherIndicator, type Indicator, indicatorRules } from '../standards/index.js';
import type { Actual } from './commitment.js';
import { amountOf } from './figures.js';

/** `actual.scale` is about an earlier year, the other two about what the contract owes. */
export const figureDoubts = [
  'actual.falls',
  'actual.scale',
  'actual.beside-promise',
  'actual.beside-standard',
] as const;
export type FigureDoubt = (typeof figureDoubts)[number];

interface Compared {
  readonly year: number;
  readonly before: string;
  readonly now: string;
}

/** A doubt about a figure that a person must confirm. The figure is neither refused nor corrected. */
export type FigureQuestion =
  | { readonly code: 'actual.falls'; readonly facts: Compared }
  | { readonly code: Exclude<FigureDoubt, 'actual.falls'>; readonly facts: Compared & { readonly factor: string } };

/** What the contract owes of the indicator, in its unit: the whole promise, and standard × 亩. */
export interface Owed {
  readonly promised?: Amount | null;
  readonly standard?: Amount | null;
}

export type AskedFigure = { year: number } & (
  { indicator: Indicator; wan: Amount } | { indicator: FurtherIndicator; quantity: Amount }
);

/**
 * Compares a new figure with the nearest earlier non-zero one, with the promise and with the standard, and returns the
 * doubts to confirm. `actual.falls`: a cumulative figure decreases. `actual.scale`: it differs from an earlier figure
 * by a factor of 10 or more; 10⁴ is 万 against 元, 10⁸ is 亿 against 元. `actual.beside-promise`, `actual.beside-standard`:
 * it differs by 10³ or more. The standard is used only if there is no promise.
 */
export function questionsAbout(figure: AskedFigure, actuals: readonly Actual[], owed: Owed = {}): FigureQuestion[] {
  const now = amountOf(figure);
  const questions: FigureQuestion[] = [];
  const before = nearestBefore(figure, actuals);
  if (before) {
    const then = amountOf(before);
    const facts = { year: before.year, before: then.toFixed(), now: now.toFixed() };
    if (indicatorRules[figure.indicator].cumulative && now.lt(then)) questions.push({ code: 'actual.falls', facts });
    const factor = pastScales.find((scale) => apart(now, then, scale));
    if (factor) questions.push({ code: 'actual.scale', facts: { ...facts, factor } });
  }
  const [code, amount] = isPositive(owed.promised)
    ? (['actual.beside-promise', decimal(owed.promised)] as const)
    : (['actual.beside-standard', isPositive(owed.standard) ? decimal(owed.standard) : null] as const);
  const factor = amount && owedScales.find((scale) => apart(now, amount, scale));
  if (factor)
    questions.push({
      code,
      facts: { year: figure.year, before: amount.toFixed(), now: now.toFixed(), factor },
    });
  return questions;
}

/** The doubts that the person has not confirmed yet. */
export const unconfirmed = (questions: readonly FigureQuestion[], confirmed: readonly string[]): FigureQuestion[] =>
  questions.filter(({ code }) => !confirmed.includes(code));

const pastScales = ['100000000', '10000', '10'] as const;
const owedScales = ['100000000', '10000000', '1000000', '100000', '10000', '1000'] as const;

const isPositive = (amount: Amount | null | undefined): amount is Amount =>
  amount !== null && amount !== undefined && decimal(amount).gt(0);

const nearestBefore = (figure: AskedFigure, actuals: readonly Actual[]): Actual | null =>
  actuals
    .filter(
      (actual) =>
        actual.indicator === figure.indicator &&
        actual.year < figure.year &&
        !actual.knownTo &&
        !amountOf(actual).isZero(),
    )
    .reduce<Actual | null>((nearest, actual) => (!nearest || actual.year > nearest.year ? actual : nearest), null);

/**
 * Whether the amounts differ by at least the factor. For slips of a unit (10³ to 10⁸) half the factor is enough, since
 * two figures of one thing are rarely equal.
 */
function apart(a: Decimal, b: Decimal, factor: string): boolean {
  if (a.isZero()) return false;
  const least = factor === '10' ? decimal(factor) : decimal(factor).div(2);
  return a.abs().gte(b.abs().times(least)) || b.abs().gte(a.abs().times(least));
}
