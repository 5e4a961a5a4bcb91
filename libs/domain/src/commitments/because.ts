import type { Decimal } from '../quantities/index.js';
import type { QuantityUnit } from '../standards/index.js';

/** Where a number of an assessment comes from. `ref` is the id or document number of the source, where it has one. */
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
}

/**
 * The names formulas speak in; the screen has a word for each. Those of investment, output and tax name 万元; the plain
 * ones speak in the unit of their indicator.
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
 * `requiredWan = promisedPerMuWan × areaMu × requiredPercent %`, as tokens for the screen to set; the result is
 * unrounded.
 */
export interface Formula {
  readonly gives: Term;
  readonly tokens: readonly string[];
  readonly value: string | null;
}

/** Why the verdict is what it is. Facts alone: names, values, sources; the sentence is the screen's. */
export interface Because {
  readonly clause: string | null;
  /** Which rules decided, in order: of the period, then of the verdict. */
  readonly rules: readonly string[];
  readonly inputs: readonly Input[];
  readonly formulas: readonly Formula[];
}

export const formula = (gives: Term, tokens: readonly string[], value: Decimal | null): Formula => ({
  gives,
  tokens,
  value: value === null ? null : value.toFixed(),
});
