import { type Day, addDays, firstDayOfYear, firstFullYearFrom, lastDayOfYear, yearOf } from '../days/index.js';
import { decimal } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import { indicatorRules, type PromisedIndicator } from '../standards/index.js';
import type { CommitmentTerms, FullProduction } from './commitment.js';

/** Why a period is owed: by default, or by a clause of the contract (docs/domain.md, 承诺与期间). */
export type PeriodRule = 'investment-date' | 'full-production-year' | 'ramp' | 'annual' | 'until-met';

export interface Period {
  readonly year: number;
  /** Measured at the end of this day, due from the next day. */
  readonly dueOn: Day;
  /** Percent of the promise: "100" unless a ramp says otherwise. */
  readonly requiredPercent: string;
  readonly rule: PeriodRule;
}

/**
 * The first calendar year owed in full. A day counts from its first full calendar year: 2027-10-20 → 2028, 2028-01-01 →
 * 2028.
 */
export const firstYearOwed = (fullProduction: FullProduction): number =>
  'year' in fullProduction ? fullProduction.year : firstFullYearFrom(fullProduction.day);

/** The terms that set the due days of a commitment; its amount plays no part. */
export type Dated = Pick<CommitmentTerms, 'fullProduction' | 'dueOn' | 'ramp' | 'lastYear' | 'inForce'> & {
  readonly indicator: PromisedIndicator;
};

/** A year is over from 1 January of the next year. */
export const yearIsOver = (year: number, asOf: Day): boolean => yearOf(asOf) > year;

/** 1 February of the next year: from this day a missing figure counts as `no-data`. */
export const figuresLateFrom = (year: number): Day => addDays(firstDayOfYear(year + 1), 31);

/** Refuses `ramp.year-twice`, and `ramp.percent` unless 0 < percent ≤ 100. */
function rampOf(commitment: Dated): ReadonlyMap<number, string> {
  const steps = new Map<number, string>();
  for (const { year, percent } of commitment.ramp ?? []) {
    if (steps.has(year)) throw new Refusal('ramp.year-twice', { year });
    if (!decimal(percent).gt(0) || decimal(percent).gt(100)) throw new Refusal('ramp.percent', { year, percent });
    steps.set(year, percent);
  }
  return steps;
}

/** The due day of the whole investment; null without a due day and without a full-production year. */
export function investmentDue(commitment: Dated): Day | null {
  if (commitment.dueOn) return commitment.dueOn;
  return commitment.fullProduction ? lastDayOfYear(firstYearOwed(commitment.fullProduction)) : null;
}

/** The year of the first period that will ever be owed; null if no due day can be computed. */
export function firstPeriodYear(commitment: Dated): number | null {
  const whole = indicatorRules[commitment.indicator].cumulative
    ? investmentDue(commitment)
    : commitment.fullProduction && lastDayOfYear(firstYearOwed(commitment.fullProduction));
  const years = [...(commitment.ramp ?? []).map((step) => step.year), ...(whole ? [yearOf(whole)] : [])];
  return years.length ? Math.min(...years) : null;
}

/**
 * The periods owed up to and including a year, in order. An annual indicator is owed every year from the first full
 * one; earlier years only by a ramp. An investment is owed once, at its due day, and at the ramp steps before it; later
 * assessments are `assessCommitment`'s. With a renewal, periods before it takes over belong to the old contract and
 * later ones to the renewal, so no day is owed twice. Refuses `ramp.year-twice` and `ramp.percent`.
 */
export function periodsOwed(commitment: Dated, throughYear: number): Period[] {
  const ramp = rampOf(commitment);
  const last = Math.min(throughYear, commitment.lastYear ?? throughYear);
  const [from, wholly] = indicatorRules[commitment.indicator].cumulative
    ? investmentPeriods(commitment)
    : annualPeriods(commitment, last, ramp);
  const climbing = [...ramp]
    .filter(([year]) => from === null || year < from)
    .map(([year, percent]): Period => ({ year, dueOn: lastDayOfYear(year), requiredPercent: percent, rule: 'ramp' }));
  const { from: since, until } = commitment.inForce ?? { from: null, until: null };
  const ours = ({ dueOn }: Period): boolean => (since === null || dueOn >= since) && (until === null || dueOn < until);
  return [...climbing, ...wholly]
    .filter((period) => period.year <= last && ours(period))
    .sort((a, b) => a.year - b.year);
}

function investmentPeriods(commitment: Dated): [number | null, Period[]] {
  const dueOn = investmentDue(commitment);
  if (!dueOn) return [null, []];
  return [
    yearOf(dueOn),
    [
      {
        year: yearOf(dueOn),
        dueOn,
        requiredPercent: '100',
        rule: commitment.dueOn ? 'investment-date' : 'full-production-year',
      },
    ],
  ];
}

function annualPeriods(commitment: Dated, last: number, ramp: ReadonlyMap<number, string>): [number | null, Period[]] {
  if (!commitment.fullProduction) return [null, []];
  const from = firstYearOwed(commitment.fullProduction);
  const years = Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => from + i);
  return [
    from,
    years.map((year) => ({
      year,
      dueOn: lastDayOfYear(year),
      requiredPercent: ramp.get(year) ?? '100',
      rule: ramp.has(year) ? 'ramp' : 'annual',
    })),
  ];
}
