import type { Assessment } from '@crm/api-contract/commitments';
import type { PeriodRule, VerdictRule } from '@crm/domain/commitments';
import { type Decimal, decimal, plain, roundForShow } from '@crm/domain/quantities';
import { showDecimal } from '../../parts/text/numbers.js';

/** One line of the calculation: name, formula and result; numbers are already formatted for the reader. */
export interface Step {
  readonly name: string;
  readonly text: string;
  readonly result: string;
}

/** An exact number as it is. An infinite decimal is cut beyond the precision of the verdict, and marked as cut. */
export function exactly(value: string): string {
  const number = decimal(value);
  const sign = number.isNegative() ? '−' : '';
  if (number.decimalPlaces() <= 6) return `${sign}${withCommas(plain(number.abs()))}`;
  return `≈ ${sign}${withCommas(roundForShow(number.abs(), 4))}`;
}

const withCommas = (text: string): string => {
  const [whole, fraction] = text.split('.') as [string, string?];
  return `${showDecimal(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
};

/** 万元 as the reader counts money. */
type Count = (wan: string) => string;
/** Amounts of money end in `…Wan` in the rules. */
export const countedAs = (name: string, value: string, count: Count): string =>
  name.endsWith('Wan') ? count(value) : value;

/** The value of a name in the rules: an input, or the result of an earlier line. */
function valuesOf({ because, promisedWan, promisedPerMuWan }: Assessment, count: Count): ReadonlyMap<string, string> {
  const named = [
    ['promisedWan', promisedWan] as const,
    ['promisedPerMuWan', promisedPerMuWan] as const,
    ...because.inputs.map(({ name, value }) => [name, value] as const),
    ...because.formula.map(({ name, value }) => [name, value] as const),
  ];
  return new Map(named.flatMap(([name, value]) => (value === null ? [] : [[name, countedAs(name, value, count)]])));
}

/**
 * The formulas with their numbers; one with an unknown result is left out. The comparison of the verdict follows the
 * required amount.
 */
export function stepsOf(assessment: Assessment, count: Count = (wan) => wan): Step[] {
  const values = valuesOf(assessment, count);
  const steps = assessment.because.formula.flatMap(({ name, expression, value }): Step[] => {
    if (value === null) return [];
    const text = expression
      .split(' ')
      .map((token) => {
        const known = values.get(token);
        if (known === undefined) return token;
        return /percent$/i.test(token) ? `${exactly(known)} %` : exactly(known);
      })
      .join(' ');
    return [
      { name, text, result: /percent/i.test(name) ? `${exactly(value)} %` : exactly(countedAs(name, value, count)) },
    ];
  });
  const decided = comparison(assessment, count);
  const at = steps.findIndex((step) => step.name === 'requiredWan' || step.name === 'required') + 1;
  return decided ? [...steps.slice(0, at), decided, ...steps.slice(at)] : steps;
}

/** Compared by multiplication, as in the rule: 514 × 100 < 987.312 × 80; for an upper bound with the sides swapped. */
function comparison({ actual, required, unit, bound, verdict, because }: Assessment, count: Count): Step | null {
  const inUnit = (value: string): string => (unit === 'wan' ? count(value) : value);
  const reached = actual === null ? null : inUnit(actual);
  const owed = inUnit(required);
  if (reached === null || !['met', 'warning', 'breach'].includes(verdict)) return null;
  const tolerance = because.inputs.find((input) => input.name === 'tolerancePercent')?.value ?? null;
  const [kept, against] = bound === 'at-most' ? [owed, reached] : [reached, owed];
  const line = (sign: string, percent: string): Step => ({
    name: 'verdict',
    text: `${exactly(kept)} × 100 ${sign} ${exactly(against)} × ${percent}`,
    result: `${exactly(plain(decimal(kept).times(100)))} ${sign} ${exactly(plain(decimal(against).times(percent)))}`,
  });
  if (verdict === 'met') return line('≥', '100');
  if (tolerance === null) return null;
  return line(verdict === 'breach' ? '<' : '≥', plain(tolerance));
}

export interface Scale {
  readonly actual: number | null;
  readonly beyond: boolean;
  readonly required: number;
  readonly tolerance: number | null;
  /** Where a warning turns into a breach, in the unit of the indicator. */
  readonly tolerated: Decimal | null;
}

/**
 * Positions on the bar of the drawer, in % of its width. It ends at 120 % of the required amount; for an upper bound at
 * 160 %, beyond the tolerance.
 */
export function scaleOf({
  actual: reached,
  required: owed,
  bound,
  because,
}: Pick<Assessment, 'actual' | 'required' | 'bound' | 'because'>): Scale | null {
  const required = decimal(owed);
  if (!required.gt(0)) return null;
  const end = required.times(bound === 'at-most' ? '1.6' : '1.2');
  const at = (amount: Decimal): number => Math.min(100, amount.div(end).times(100).toNumber());
  const percent = because.inputs.find((input) => input.name === 'tolerancePercent')?.value ?? null;
  const tolerated =
    percent === null ? null : bound === 'at-most' ? required.times(100).div(percent) : required.times(percent).div(100);
  const actual = reached === null ? null : decimal(reached);
  return {
    actual: actual === null ? null : at(actual),
    beyond: actual !== null && actual.gt(end),
    required: at(required),
    tolerance: tolerated === null ? null : at(tolerated),
    tolerated,
  };
}

/** The sentence follows from the last rule that decided. */
export const ruleKey = (assessment: Pick<Assessment, 'because'>): VerdictRule =>
  (assessment.because.rules.at(-1) ?? 'verdict.not-over').replace(/^verdict\./, '') as VerdictRule;
export const periodKey = (assessment: Pick<Assessment, 'because'>): PeriodRule | null =>
  (assessment.because.rules.find((rule) => rule.startsWith('period.'))?.replace(/^period\./, '') ??
    null) as PeriodRule | null;
