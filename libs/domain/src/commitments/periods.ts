import { type Day, addDays, firstDayOfYear, firstFullYearFrom, lastDayOfYear, yearOf } from '../days/index.js';
import { decimal } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import { indicatorRules, type PromisedIndicator } from '../standards/index.js';
import type { CommitmentTerms, FullProduction } from './commitment.js';

/** Why a period is owed; the default and what a contract writes instead (docs/domain.md, periods). */
export type PeriodRule = 'investment-date' | 'full-production-year' | 'ramp' | 'annual' | 'until-met';

export interface Period {
  readonly year: number;
  /** Measured at the end of this day; due from the next. */
  readonly dueOn: Day;
  /** Of the promise; "100" but for a ramp. */
  readonly requiredPercent: string;
  readonly rule: PeriodRule;
}

/**
 * The first calendar year owed in full: a year as it is written, of a day the first full year from it on (2027-10-20 →
 * 2028, 2028-01-01 → 2028).
 */
export const firstYearOwed = (fullProduction: FullProduction): number =>
  'year' in fullProduction ? fullProduction.year : firstFullYearFrom(fullProduction.day);

/** What dates a promise; its amount has no part in it. */
export type Dated = Pick<CommitmentTerms, 'fullProduction' | 'dueOn' | 'ramp' | 'lastYear' | 'inForce'> & {
  readonly indicator: PromisedIndicator;
};

/** A year is over from its next 1 January on. */
export const yearIsOver = (year: number, asOf: Day): boolean => yearOf(asOf) > year;

/** Figures of a year may come in through 31 January; from 1 February their absence is a fact. */
export const figuresLateFrom = (year: number): Day => addDays(firstDayOfYear(year + 1), 31);

/** `ramp.year-twice`; `ramp.percent` unless 0 < percent ≤ 100. */
function rampOf(commitment: Dated): ReadonlyMap<number, string> {
  const steps = new Map<number, string>();
  for (const { year, percent } of commitment.ramp ?? []) {
    if (steps.has(year)) throw new Refusal('ramp.year-twice', { year });
    if (!decimal(percent).gt(0) || decimal(percent).gt(100)) throw new Refusal('ramp.percent', { year, percent });
    steps.set(year, percent);
  }
  return steps;
}

/** When the whole investment is owed; null where neither a day nor a full-production year is written. */
export function investmentDue(commitment: Dated): Day | null {
  if (commitment.dueOn) return commitment.dueOn;
  return commitment.fullProduction ? lastDayOfYear(firstYearOwed(commitment.fullProduction)) : null;
}

/** The year of the first period there will ever be; null where nothing is dated. */
export function firstPeriodYear(commitment: Dated): number | null {
  const whole = indicatorRules[commitment.indicator].cumulative
    ? investmentDue(commitment)
    : commitment.fullProduction && lastDayOfYear(firstYearOwed(commitment.fullProduction));
  const years = [...(commitment.ramp ?? []).map((step) => step.year), ...(whole ? [yearOf(whole)] : [])];
  return years.length ? Math.min(...years) : null;
}

/**
 * The periods owed up to and with a year, in order. Output, tax and whatever else is of a year: every year from the
 * first owed in full, and before it only what a ramp writes.
 * Investment: its own date once (and the steps of a ramp before it); judging it again afterwards is the assessment's
 * business. What falls due before a renewal takes over
 * is its predecessor's, what falls due from then on is the renewal's: no day is owed twice.
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
