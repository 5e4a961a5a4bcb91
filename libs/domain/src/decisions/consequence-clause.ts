import type { Verdict } from '../commitments/index.js';
import { type Amount, decimal } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import type { PromisedIndicator } from '../standards/index.js';

/** 整改期 · 补差 · 按比例追回 · 解除并收回土地 (docs/domain.md, consequences). */
export const consequenceKinds = ['cure-period', 'pay-gap', 'claw-back', 'take-back-land'] as const;
export type ConsequenceKind = (typeof consequenceKinds)[number];

/**
 * From which verdict on a clause bites: when the tolerance is left (breach), or already when the promise is not reached
 * in full (warning).
 */
export const clauseThresholds = ['breach', 'warning'] as const;
export type ClauseThreshold = (typeof clauseThresholds)[number];

/** 后果条款: what the contract says may follow when a promise is missed. */
export interface ConsequenceClause {
  readonly id: string;
  readonly kind: ConsequenceKind;
  /** As it is written: "乙方未达到约定税收的，按差额的 100 % 补足". */
  readonly text: string;
  readonly indicators: readonly PromisedIndicator[];
  readonly from: ClauseThreshold;
  /** Natural days; of a cure period alone. */
  readonly cureDays: number | null;
  /** Of the shortfall, percent; of paying the gap alone. */
  readonly percent: string | null;
}

const LONGEST_CURE = 3_650;
/** A penalty may ask for more than the gap itself, not for more than ten times as much. */
const HIGHEST_PERCENT = 1_000;

/**
 * A clause must say what its kind needs and nothing else. `clause.days`: a cure period takes 1 to 3,650 days.
 * `clause.percent`: paying the gap takes more
 * than 0 and at most 1,000 %. `clause.indicators`: none is named, or one twice.
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

/** Whether a clause bites on a verdict: within the tolerance only where it says so. */
export const bites = (clause: { readonly from: ClauseThreshold }, verdict: Verdict): boolean =>
  verdict === 'breach' || (verdict === 'warning' && clause.from === 'warning');
