import type { Verdict } from '../commitments/index.js';
import { type Amount, decimal } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import type { PromisedIndicator } from '../standards/index.js';

/** 整改期 · 补差 · 按比例追回 · 解除并收回土地 (docs/domain.md, 后果与决定). */
export const consequenceKinds = ['cure-period', 'pay-gap', 'claw-back', 'take-back-land'] as const;
export type ConsequenceKind = (typeof consequenceKinds)[number];

/**
 * The verdict from which a clause applies. `breach`: below the tolerance. `warning`: as soon as the promise is not
 * reached in full.
 */
export const clauseThresholds = ['breach', 'warning'] as const;
export type ClauseThreshold = (typeof clauseThresholds)[number];

/** 后果条款: what the contract allows when a promise is missed. */
export interface ConsequenceClause {
  readonly id: string;
  readonly kind: ConsequenceKind;
  /** The wording of the contract: "乙方未达到约定税收的，按差额的 100 % 补足". */
  readonly text: string;
  readonly indicators: readonly PromisedIndicator[];
  readonly from: ClauseThreshold;
  /** Natural days; only for a cure period. */
  readonly cureDays: number | null;
  /** Percent of the shortfall; only for 补差. */
  readonly percent: string | null;
}

const LONGEST_CURE = 3_650;
/** A penalty may exceed the shortfall, but not ten times. */
const HIGHEST_PERCENT = 1_000;

/**
 * A clause has exactly the values its kind needs. Refuses `clause.indicators` (none, or one twice), `clause.days` (a
 * cure period takes 1 to 3,650 days) and `clause.percent` (补差 takes more than 0 and at most 1,000 %).
 */
export function assertClause({ kind, indicators, cureDays, percent }: Omit<ConsequenceClause, 'id'>): void {
  if (indicators.length === 0 || new Set(indicators).size !== indicators.length)
    throw new Refusal('clause.indicators').at('/indicators');
  const cures = kind === 'cure-period';
  if (
    cures !== (cureDays !== null) ||
    (cureDays !== null && (!Number.isInteger(cureDays) || cureDays < 1 || cureDays > LONGEST_CURE))
  )
    throw new Refusal('clause.days', { min: 1, max: LONGEST_CURE }).at('/cureDays');
  const pays = kind === 'pay-gap';
  if (pays !== (percent !== null) || (percent !== null && !within(percent)))
    throw new Refusal('clause.percent', { max: HIGHEST_PERCENT }).at('/percent');
}

const within = (percent: Amount): boolean => decimal(percent).gt(0) && decimal(percent).lte(HIGHEST_PERCENT);

/** Whether a clause applies to a verdict: within the tolerance only if the clause says so. */
export const clauseApplies = (clause: { readonly from: ClauseThreshold }, verdict: Verdict): boolean =>
  verdict === 'breach' || (verdict === 'warning' && clause.from === 'warning');
