import { type Day, yearOf } from '../days/index.js';
import { type Decimal, Decimal as Exact, decimal, percentOf, perMuWan, reaches } from '../quantities/index.js';
import {
  type Bound,
  type Indicator,
  indicatorRules,
  isPerMu,
  type PromisedIndicator,
  type QuantityUnit,
} from '../standards/index.js';
import type { Because, VerdictRule } from './because.js';
import {
  type Actual,
  type Commitment,
  type PerMuCommitment,
  type Verdict,
  type Waiver,
  isPerMuCommitment,
  totalPromised,
} from './commitment.js';
import { explain } from './explain-assessment.js';
import { figureOf, measuredOf } from './figures.js';
import { type Period, figuresLateFrom, firstPeriodYear, periodsOwed, yearIsOver } from './periods.js';
import { type KeptStandard, type PromiseAgainstStandard, promiseAgainstStandard } from './promise-against-standard.js';

/** 80 %, inclusive. A setting; a tolerance written in the contract takes precedence. */
export const defaultTolerancePercent = '80';

export interface AssessmentTerms {
  readonly tolerancePercent?: string;
  readonly waivers?: readonly Waiver[];
  /** Support paid to the enterprise under this contract, 万元. Without it no claw-back is computed. */
  readonly supportPaidWan?: string | null;
  /** null: as known now. An instant: as known at that instant. */
  readonly knownAt?: string | null;
}

/**
 * 履约评价 of one indicator in one year, in the unit of that indicator. Decimals are unrounded. null means "not known" or
 * "cannot be computed", never zero.
 */
export interface Assessment {
  readonly commitmentId: string;
  readonly contractId: string;
  readonly indicator: PromisedIndicator;
  readonly unit: QuantityUnit;
  readonly bound: Bound;
  readonly year: number;
  readonly dueOn: Day;
  readonly verdict: Verdict;
  readonly areaMu: string | null;
  /** The whole amount as signed. `required` is the part of it that this year must reach. */
  readonly promised: Decimal;
  readonly required: Decimal;
  readonly actual: Decimal | null;
  /** actual ÷ required. For an upper bound: required ÷ actual, null when the actual is zero. */
  readonly attainmentPercent: Decimal | null;
  /**
   * How far the actual is from being met, never below zero: required − actual, for an upper bound actual − required.
   */
  readonly shortfall: Decimal | null;
  /**
   * paid × (1 − attainment), never below zero, for this indicator alone. The contract's claw-back uses its lowest
   * attainment.
   */
  readonly clawbackWan: Decimal | null;
  readonly because: Because;
}

/** Assessment of investment, output or tax: also in 万元, per mu, and against the provincial standard. */
export interface PerMuAssessment extends Assessment, PromiseAgainstStandard {
  readonly indicator: Indicator;
  readonly requiredWan: Decimal;
  readonly actualWan: Decimal | null;
  readonly shortfallWan: Decimal | null;
  readonly shortfallPerMuWan: Decimal | null;
}

export const isPerMuAssessment = (row: Assessment): row is PerMuAssessment => isPerMu(row.indicator);

/**
 * Assesses every year of a commitment whose due day lies before `asOf`. If no year is due yet, it returns the first one
 * with the verdict `not-due`. A cumulative indicator (investment) is assessed at its due day, then again in each later
 * year that has a figure, until it is met or waived. Amounts are in the unit of the indicator. The function is pure.
 * Refuses `commitment.area-missing`, `ramp.year-twice` and `ramp.percent`. Source: docs/domain.md, 评价.
 */
export function assessCommitment(
  commitment: PerMuCommitment,
  actuals: readonly Actual[],
  standard: KeptStandard | null,
  asOf: Day,
  terms?: AssessmentTerms,
): PerMuAssessment[];
export function assessCommitment(
  commitment: Commitment,
  actuals: readonly Actual[],
  standard: KeptStandard | null,
  asOf: Day,
  terms?: AssessmentTerms,
): Assessment[];
export function assessCommitment(
  commitment: Commitment,
  actuals: readonly Actual[],
  standard: KeptStandard | null,
  asOf: Day,
  terms: AssessmentTerms = {},
): Assessment[] {
  const judge = (period: Period): Assessment => assessPeriod(commitment, period, actuals, standard, asOf, terms);
  const owed = periodsOwed(commitment, Math.max(yearOf(asOf), firstPeriodYear(commitment) ?? 0));
  const due = owed.filter((period) => isDue(period, asOf));
  const rows = (due.length ? due : owed.slice(0, 1)).map(judge);
  const last = due.at(-1);
  if (!indicatorRules[commitment.indicator].cumulative || !last || last.rule === 'ramp') return rows;
  for (
    let year = last.year + 1, verdict = rows.at(-1)?.verdict;
    yearIsOver(year, asOf) && !isSettled(verdict);
    year += 1
  ) {
    if (!figureOf(actuals, commitment.indicator, year, terms.knownAt ?? null)) continue;
    const again = judge({ ...last, year, rule: 'until-met' });
    rows.push(again);
    verdict = again.verdict;
  }
  return rows;
}

const isSettled = (verdict: Verdict | undefined): boolean => verdict === 'met' || verdict === 'waived';

/** An annual period is due once its year is over; an investment from the day after its due day. */
const isDue = (period: Period, asOf: Day): boolean => asOf > period.dueOn;

function assessPeriod(
  commitment: Commitment,
  period: Period,
  actuals: readonly Actual[],
  standard: KeptStandard | null,
  asOf: Day,
  terms: AssessmentTerms,
): Assessment {
  const { unit, bound } = indicatorRules[commitment.indicator];
  const measured = measuredOf(actuals, commitment.indicator, period.year, terms.knownAt ?? null);
  const tolerance = commitment.tolerancePercent ?? terms.tolerancePercent ?? defaultTolerancePercent;
  const promised = totalPromised(commitment);
  const required = promised.times(period.requiredPercent).div(100);
  const actual = measured?.amount ?? null;
  const waived = (terms.waivers ?? []).some((w) => w.indicator === commitment.indicator && w.year === period.year);
  const [verdict, rule] = waived
    ? (['waived', 'waived'] as const)
    : verdictOf(period, bound, required, actual, tolerance, asOf);

  const due = isDue(period, asOf) ? actual : null;
  const attainmentPercent = bound === 'at-least' ? percentOf(due, required) : due && percentOf(required, due);
  const shortfall = due && atLeastNought(bound === 'at-least' ? required.minus(due) : due.minus(required));
  const supportPaidWan = terms.supportPaidWan ?? null;
  const clawbackWan = waived ? null : clawback(supportPaidWan, attainmentPercent);
  const inWan = isPerMuCommitment(commitment)
    ? wanAndPerMu(commitment, standard, { required, actual, shortfall })
    : null;
  return {
    ...inWan,
    commitmentId: commitment.id,
    contractId: commitment.contractId,
    indicator: commitment.indicator,
    unit,
    bound,
    year: period.year,
    dueOn: period.dueOn,
    verdict,
    areaMu: commitment.areaMu,
    promised,
    required,
    actual,
    attainmentPercent,
    shortfall,
    clawbackWan,
    /** Computed on demand: a ledger of ten thousand contracts is assessed far more often than it is explained. */
    get because() {
      return explain(commitment, period, {
        required,
        attainmentPercent,
        shortfall,
        clawbackWan,
        against: inWan,
        tolerance,
        measured,
        actuals,
        standard,
        asOf,
        supportPaidWan,
        rule,
      });
    },
  };
}

function wanAndPerMu(
  commitment: PerMuCommitment,
  standard: KeptStandard | null,
  { required, actual, shortfall }: Pick<Assessment, 'required' | 'actual' | 'shortfall'>,
) {
  const shortfallPerMuWan =
    shortfall === null || commitment.areaMu === null ? null : perMuWan(shortfall, commitment.areaMu);
  return {
    ...promiseAgainstStandard(commitment, standard),
    requiredWan: required,
    actualWan: actual,
    shortfallWan: shortfall,
    shortfallPerMuWan,
  };
}

/**
 * Compares by multiplication: a percentage rounded first would let 79.999 % pass for 80 %. For an upper bound the two
 * sides are swapped. It is met while the actual stays within the promise. It is tolerated while the promise is at least
 * the tolerance percent of the actual.
 */
function verdictOf(
  period: Period,
  bound: Bound,
  required: Decimal,
  actual: Decimal | null,
  tolerance: string,
  asOf: Day,
): readonly [Verdict, VerdictRule] {
  if (!isDue(period, asOf)) return ['not-due', 'not-over'];
  if (actual === null)
    return asOf >= figuresLateFrom(period.year) ? ['no-data', 'nothing-reported'] : ['not-due', 'figures-awaited'];
  const [kept, owed] = bound === 'at-least' ? [actual, required] : [required, actual];
  if (kept.gte(owed)) return ['met', bound === 'at-least' ? 'reached' : 'within-bound'];
  if (reaches(kept, owed, tolerance)) return ['warning', bound === 'at-least' ? 'within-tolerance' : 'beyond-bound'];
  return ['breach', bound === 'at-least' ? 'below-tolerance' : 'beyond-tolerance'];
}

const atLeastNought = (amount: Decimal): Decimal => Exact.max(0, amount);

/** Pro-rata claw-back in 万元: paid × (1 − attainment), never below zero; null while either value is unknown. */
export const clawback = (supportPaidWan: string | null, attainmentPercent: Decimal | null): Decimal | null =>
  supportPaidWan === null || attainmentPercent === null
    ? null
    : atLeastNought(
        decimal(supportPaidWan)
          .times(new Exact(100).minus(atLeastNought(attainmentPercent)))
          .div(100),
      );
