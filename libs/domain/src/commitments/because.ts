import type { Decimal } from '../quantities/index.js';
import type { QuantityUnit } from '../standards/index.js';
import type { PeriodRule } from './periods.js';

/** Where a number of an assessment comes from. `ref` is the id or document number of the source, if it has one. */
export interface Source {
  readonly kind:
    | 'contract'
    | 'firm'
    | 'statistics'
    | 'tax-office'
    | 'other'
    | 'standard'
    | 'setting'
    | 'waiver'
    | 'support'
    | 'calendar';
  readonly ref: string | null;
  /** Of a figure: whether another person verified it. */
  readonly verified?: boolean;
  /** Of a figure: how many other sources report another amount. */
  readonly rivals?: number;
  /** Of a figure that a manager chose over a source of a higher rank: the reason. */
  readonly chosenBecause?: string;
}

/** The rule that gave the verdict; the web has a sentence for each. */
export type VerdictRule =
  | 'reached'
  | 'within-tolerance'
  | 'below-tolerance'
  | 'within-bound'
  | 'beyond-bound'
  | 'beyond-tolerance'
  | 'nothing-reported'
  | 'not-over'
  | 'figures-awaited'
  | 'waived';

/**
 * Names of the values in formulas; the web has a label for each. The names of investment, output and tax end in Wan
 * (万元). The names without a unit are in the unit of their indicator.
 */
export type Term =
  | 'promised'
  | 'required'
  | 'actual'
  | 'shortfall'
  | 'rdSpendWan'
  | 'outputWan'
  | 'promisedPerMuWan'
  | 'areaMu'
  | 'promisedWan'
  | 'requiredPercent'
  | 'requiredWan'
  | 'actualWan'
  | 'attainmentPercent'
  | 'shortfallWan'
  | 'shortfallPerMuWan'
  | 'standardPerMuWan'
  | 'percentOfStandard'
  | 'tolerancePercent'
  | 'supportPaidWan'
  | 'clawbackWan';

export type Unit = QuantityUnit | 'mu' | 'wan-per-mu' | 'day' | 'year';

export interface Input {
  readonly name: Term | 'dueOn' | 'asOf' | 'lateFrom' | 'year';
  readonly value: string | null;
  readonly unit: Unit;
  readonly source: Source;
}

/**
 * `requiredWan = promisedPerMuWan × areaMu × requiredPercent %`, as tokens for the web to typeset. The value is
 * unrounded.
 */
export interface Formula {
  readonly gives: Term;
  readonly tokens: readonly string[];
  readonly value: string | null;
}

/** Why the verdict is what it is: names, values and sources only. The web makes the sentences. */
export interface Because {
  readonly clause: string | null;
  /** The rules that decided: first the rule of the period, then the rule of the verdict. */
  readonly rules: readonly [`period.${PeriodRule}`, `verdict.${VerdictRule}`];
  readonly inputs: readonly Input[];
  readonly formulas: readonly Formula[];
}

export const formula = (gives: Term, tokens: readonly string[], value: Decimal | null): Formula => ({
  gives,
  tokens,
  value: value === null ? null : value.toFixed(),
});
