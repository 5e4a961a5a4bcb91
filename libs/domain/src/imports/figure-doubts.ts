import { questionsAbout, type Actual } from '../commitments/index.js';
import { decimal, type Amount } from '../quantities/index.js';
import type { Indicator } from '../standards/index.js';

/** Why a figure of a sheet is asked about before it is imported. */
export interface FigureDoubt {
  readonly why: 'promise' | 'scale' | 'refund';
  /** The value it was compared with, in 万元: the promise, or the figure of an earlier year. null: none. */
  readonly againstWan: string | null;
  readonly againstYear: number | null;
}

/** From this factor on, the difference between a figure and its promise cannot come from a good or bad year. */
const apartFrom = 1_000;

/**
 * Compares a figure with its promise and with the figures of other years. These are doubts, and none is corrected: a
 * thousandfold difference from the promise, a tenfold one from the year before, and negative tax.
 */
export function doubtsAbout(
  figure: { readonly indicator: Indicator; readonly year: number; readonly wan: Amount },
  promisedWan: Amount | null,
  others: readonly Actual[],
): FigureDoubt[] {
  const wan = decimal(figure.wan);
  if (wan.isNegative() && !wan.isZero()) return [{ why: 'refund', againstWan: null, againstYear: null }];
  const promised = promisedWan === null ? null : decimal(promisedWan);
  const against: FigureDoubt[] =
    promised && !promised.isZero() && !wan.isZero() && apart(wan, promised)
      ? [{ why: 'promise', againstWan: promised.toFixed(), againstYear: null }]
      : [];
  const positive = others.filter((one) => 'wan' in one && !decimal(one.wan).isNegative());
  return [
    ...against,
    ...questionsAbout(figure, positive)
      .filter(({ code }) => code === 'actual.scale')
      .map(({ facts }): FigureDoubt => ({ why: 'scale', againstWan: facts.before, againstYear: facts.year })),
  ];
}

const apart = (a: ReturnType<typeof decimal>, b: ReturnType<typeof decimal>): boolean =>
  a.gte(b.times(apartFrom)) || b.gte(a.times(apartFrom));
