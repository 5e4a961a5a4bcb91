import { type Day, yearOf } from '../days/index.js';
import { type Decimal, Decimal as Exact, decimal, percentOf, perMuWan, plain, reaches } from '../quantities/index.js';
import type { Indicator } from '../standards/index.js';
import { type Because, type Input, formula } from './because.js';
import type { Actual, Commitment, Verdict, Waiver } from './commitment.js';
import { figureOf } from './figures.js';
import { type Period, figuresLateFrom, firstPeriodYear, periodsOwed, yearIsOver } from './periods.js';
import { type KeptStandard, type PromiseAgainstStandard, promiseAgainstStandard } from './promise-against-standard.js';

/** 80 %, inclusive; configuration, and a clause of the contract goes first. */
export const defaultTolerancePercent = '80';

export interface AssessmentTerms {
  readonly tolerancePercent?: string;
  readonly waivers?: readonly Waiver[];
  /** Support paid out to the firm under this contract, 万元; without it no claw-back is computed. */
  readonly supportPaidWan?: string | null;
  /** null: as known now. An instant: as known then. */
  readonly knownAt?: string | null;
}

/** 履约评价 of one indicator in one year. Decimals are unrounded; null is "not known" or "cannot be formed", never nought. */
export interface Assessment extends PromiseAgainstStandard {
  readonly commitmentId: string;
  readonly contractId: string;
  readonly indicator: Indicator;
  readonly year: number;
  readonly dueOn: Day;
  readonly verdict: Verdict;
  readonly areaMu: string | null;
  readonly requiredWan: Decimal;
  readonly actualWan: Decimal | null;
  readonly attainmentPercent: Decimal | null;
  /** required − actual, never below nought. */
  readonly shortfallWan: Decimal | null;
  readonly shortfallPerMuWan: Decimal | null;
  /** paid × (1 − attainment), never below nought; of this indicator alone. The contract's is by its lowest attainment. */
  readonly clawbackWan: Decimal | null;
  readonly because: Because;
}

/**
 * Assesses every year of a commitment that is over on the day; where none is, the first one owed, as not due. An investment is judged at its date and again in
 * each later year that has a figure, until it is met. Pure: the same four values give the same answer on any machine and at any time.
 */
export function assessCommitment(commitment: Commitment, actuals: readonly Actual[], standard: KeptStandard | null, asOf: Day, terms: AssessmentTerms = {}): Assessment[] {
  const judge = (period: Period): Assessment => assessPeriod(commitment, period, actuals, standard, asOf, terms);
  const owed = periodsOwed(commitment, Math.max(yearOf(asOf), firstPeriodYear(commitment) ?? 0));
  const due = owed.filter((period) => isDue(period, asOf));
  const rows = (due.length ? due : owed.slice(0, 1)).map(judge);
  const last = due.at(-1);
  if (commitment.indicator !== 'investment' || !last || last.rule === 'ramp') return rows;
  for (let year = last.year + 1, verdict = rows.at(-1)?.verdict; yearIsOver(year, asOf) && !isSettled(verdict); year += 1) {
    if (!figureOf(actuals, 'investment', year, terms.knownAt ?? null)) continue;
    const again = judge({ ...last, year, rule: 'until-met' });
    rows.push(again);
    verdict = again.verdict;
  }
  return rows;
}

const isSettled = (verdict: Verdict | undefined): boolean => verdict === 'met' || verdict === 'waived';

/** Output and tax when their year is over; an investment from the day after its date. */
const isDue = (period: Period, asOf: Day): boolean => asOf > period.dueOn;

function assessPeriod(commitment: Commitment, period: Period, actuals: readonly Actual[], standard: KeptStandard | null, asOf: Day, terms: AssessmentTerms): Assessment {
  const against = promiseAgainstStandard(commitment, standard);
  const figure = figureOf(actuals, commitment.indicator, period.year, terms.knownAt ?? null);
  const tolerance = commitment.tolerancePercent ?? terms.tolerancePercent ?? defaultTolerancePercent;
  const requiredWan = against.promisedWan.times(period.requiredPercent).div(100);
  const waiver = (terms.waivers ?? []).find((w) => w.indicator === commitment.indicator && w.year === period.year);
  const actualWan = figure ? decimal(figure.wan) : null;
  const [verdict, rule] = waiver ? (['waived', 'verdict.waived'] as const) : verdictOf(period, requiredWan, actualWan, tolerance, asOf);

  const measured = isDue(period, asOf) ? actualWan : null;
  const attainmentPercent = percentOf(measured, requiredWan);
  const shortfallWan = measured === null ? null : atLeastNought(requiredWan.minus(measured));
  const clawbackWan = waiver ? null : clawback(terms.supportPaidWan ?? null, attainmentPercent);
  const numbers = { requiredWan, actualWan, attainmentPercent, shortfallWan, clawbackWan };
  return {
    ...against,
    ...numbers,
    commitmentId: commitment.id,
    contractId: commitment.contractId,
    indicator: commitment.indicator,
    year: period.year,
    dueOn: period.dueOn,
    verdict,
    areaMu: commitment.areaMu,
    shortfallPerMuWan: shortfallWan === null || commitment.areaMu === null ? null : perMuWan(shortfallWan, commitment.areaMu),
    /** Written out only when somebody asks: a ledger of ten thousand contracts is judged far oftener than it is explained. */
    get because() {
      return explain(commitment, period, against, { ...numbers, tolerance, figure, waiver, standard, asOf, supportPaidWan: terms.supportPaidWan ?? null, rule });
    },
  };
}

/** Compared with the signed total by multiplication: a percentage rounded first would let 79.999 % pass for 80 %. */
function verdictOf(period: Period, requiredWan: Decimal, actualWan: Decimal | null, tolerance: string, asOf: Day): readonly [Verdict, string] {
  if (!isDue(period, asOf)) return ['not-due', 'verdict.not-over'];
  if (actualWan === null) return asOf >= figuresLateFrom(period.year) ? ['no-data', 'verdict.nothing-reported'] : ['not-due', 'verdict.figures-awaited'];
  if (actualWan.gte(requiredWan)) return ['met', 'verdict.reached'];
  return reaches(actualWan, requiredWan, tolerance) ? ['warning', 'verdict.within-tolerance'] : ['breach', 'verdict.below-tolerance'];
}

const atLeastNought = (amount: Decimal): Decimal => Exact.max(0, amount);

/** Pro-rata claw-back: paid × (1 − attainment), never below nought; null while either is unknown. */
export const clawback = (supportPaidWan: string | null, attainmentPercent: Decimal | null): Decimal | null =>
  supportPaidWan === null || attainmentPercent === null ? null : atLeastNought(decimal(supportPaidWan).times(new Exact(100).minus(attainmentPercent)).div(100));

interface Known {
  requiredWan: Decimal;
  attainmentPercent: Decimal | null;
  shortfallWan: Decimal | null;
  clawbackWan: Decimal | null;
  tolerance: string;
  figure: Actual | null;
  waiver: Waiver | undefined;
  standard: KeptStandard | null;
  supportPaidWan: string | null;
  asOf: Day;
  rule: string;
}

function explain(commitment: Commitment, period: Period, against: PromiseAgainstStandard, known: Known): Because {
  const contract = { kind: 'contract', ref: commitment.clause ?? null } as const;
  const calendar = { kind: 'calendar', ref: null } as const;
  const perMuSide = commitment.promised.side === 'per-mu';
  const inputs: Input[] = [
    perMuSide
      ? { name: 'promisedPerMuWan', value: plain(against.promisedPerMuWan!), unit: 'wan-per-mu', source: contract }
      : { name: 'promisedWan', value: plain(against.promisedWan), unit: 'wan', source: contract },
    { name: 'areaMu', value: commitment.areaMu === null ? null : plain(commitment.areaMu), unit: 'mu', source: contract },
    { name: 'requiredPercent', value: plain(period.requiredPercent), unit: 'percent', source: contract },
    { name: 'dueOn', value: period.dueOn, unit: 'day', source: contract },
    { name: 'asOf', value: known.asOf, unit: 'day', source: calendar },
    { name: 'tolerancePercent', value: plain(known.tolerance), unit: 'percent', source: commitment.tolerancePercent ? contract : { kind: 'setting', ref: null } },
    { name: 'standardPerMuWan', value: against.standardPerMuWan === null ? null : plain(against.standardPerMuWan), unit: 'wan-per-mu', source: { kind: 'standard', ref: known.standard?.documentNo ?? null } },
  ];
  if (known.supportPaidWan !== null) inputs.push({ name: 'supportPaidWan', value: plain(known.supportPaidWan), unit: 'wan', source: { kind: 'support', ref: null } });
  if (known.figure) inputs.push({ name: 'actualWan', value: plain(known.figure.wan), unit: 'wan', source: { kind: known.figure.source, ref: known.figure.ref ?? null } });
  else inputs.push({ name: 'lateFrom', value: figuresLateFrom(period.year), unit: 'day', source: calendar });
  const formulas = [
    formula('requiredWan', [...(perMuSide ? ['promisedPerMuWan', '×', 'areaMu'] : ['promisedWan']), ...(period.requiredPercent === '100' ? [] : ['×', 'requiredPercent'])], known.requiredWan),
    formula('percentOfStandard', ['promisedWan', '÷', '(', 'standardPerMuWan', '×', 'areaMu', ')'], against.percentOfStandard),
    formula('attainmentPercent', ['actualWan', '÷', 'requiredWan'], known.attainmentPercent),
    formula('shortfallWan', ['requiredWan', '−', 'actualWan'], known.shortfallWan),
    ...(known.supportPaidWan === null ? [] : [formula('clawbackWan', ['supportPaidWan', '×', '(', '1', '−', 'attainmentPercent', ')'], known.clawbackWan)]),
  ];
  return { clause: commitment.clause ?? null, rules: [`period.${period.rule}`, known.rule], inputs, formulas };
}
