import { type Verdict, clawback } from '../commitments/index.js';
import { type Day, addDays } from '../days/index.js';
import { type Decimal, decimal, plain, sum } from '../quantities/index.js';
import type { PromisedIndicator } from '../standards/index.js';
import { type ConsequenceClause, type ConsequenceKind, clauseApplies } from './consequence-clause.js';

/** A promise that was not kept in a year. Amounts in 万元, attainment in percent, unrounded. */
export interface MissedPromise {
  readonly assessmentId: string;
  readonly indicator: PromisedIndicator;
  readonly year: number;
  readonly verdict: Verdict;
  /** null if the indicator is not in 万元: a gap of persons or energy is not paid for. */
  readonly requiredWan: string | null;
  readonly actualWan: string | null;
  readonly shortfallWan: string | null;
  /** The lowest attainment of the whole contract in that year; the claw-back uses it. */
  readonly lowestAttainmentPercent: string | null;
  /** Support paid under the contract so far; null: nothing recorded. */
  readonly supportPaidWan: string | null;
}

export interface ConsequenceInput {
  readonly name:
    | 'requiredWan'
    | 'actualWan'
    | 'payPercent'
    | 'supportPaidWan'
    | 'lowestAttainmentPercent'
    | 'cureDays'
    | 'countedFrom';
  readonly value: string | null;
  readonly unit: 'wan' | 'percent' | 'days' | 'day';
  readonly source: { readonly kind: 'clause' | 'assessment' | 'support' | 'calendar'; readonly ref: string | null };
}

/** Why: the clause, the values with their sources, and the calculation as tokens. */
export interface ConsequenceBecause {
  readonly clause: string;
  readonly rules: readonly string[];
  readonly inputs: readonly ConsequenceInput[];
  readonly formulas: readonly {
    readonly gives: 'shortfallWan' | 'payWan' | 'clawbackWan' | 'cureUntil';
    readonly tokens: readonly string[];
    readonly value: string | null;
  }[];
}

/** The result of one clause. `amountWan` null: the clause asks for no money, or a needed value is unknown. */
export interface Consequence {
  readonly clauseId: string;
  readonly kind: ConsequenceKind;
  /** false: the verdict is within the tolerance and the clause needs a breach. The amount is still shown. */
  readonly applies: boolean;
  readonly amountWan: Decimal | null;
  /** The last day of the cure period, counted from the given day. */
  readonly cureUntil: Day | null;
  readonly because: ConsequenceBecause;
}

/**
 * The consequences of a missed promise, clause by clause in the given order; none for a promise that was met or not
 * reported. 补差: shortfall × percent, 万元. 按比例追回: paid × (1 − lowest attainment), never below zero, 万元. 整改期: the given
 * day plus the natural days. Source: docs/domain.md, 后果与决定.
 */
export function consequencesOf(missed: MissedPromise, clauses: readonly ConsequenceClause[], day: Day): Consequence[] {
  if (missed.verdict !== 'breach' && missed.verdict !== 'warning') return [];
  return clauses
    .filter((clause) => clause.indicators.includes(missed.indicator))
    .map((clause) => {
      const { amountWan, cureUntil, inputs, formulas } = calculate(missed, clause, day);
      const applies = clauseApplies(clause, missed.verdict);
      const rules = [`clause.${clause.kind}`, applies ? `threshold.${clause.from}` : 'threshold.within-tolerance'];
      return {
        clauseId: clause.id,
        kind: clause.kind,
        applies,
        amountWan,
        cureUntil,
        because: { clause: clause.text, rules, inputs, formulas },
      };
    });
}

interface ClauseResult {
  readonly amountWan: Decimal | null;
  readonly cureUntil: Day | null;
  readonly inputs: readonly ConsequenceInput[];
  readonly formulas: ConsequenceBecause['formulas'];
}

function calculate(missed: MissedPromise, clause: ConsequenceClause, day: Day): ClauseResult {
  const judged = { kind: 'assessment', ref: missed.assessmentId } as const;
  const written = { kind: 'clause', ref: clause.id } as const;
  if (clause.kind === 'pay-gap') {
    const percent = clause.percent ?? '100';
    const amountWan = missed.shortfallWan === null ? null : decimal(missed.shortfallWan).times(percent).div(100);
    return {
      amountWan,
      cureUntil: null,
      inputs: [
        { name: 'requiredWan', value: missed.requiredWan && plain(missed.requiredWan), unit: 'wan', source: judged },
        { name: 'actualWan', value: missed.actualWan && plain(missed.actualWan), unit: 'wan', source: judged },
        { name: 'payPercent', value: plain(percent), unit: 'percent', source: written },
      ],
      formulas: [
        {
          gives: 'shortfallWan',
          tokens: ['requiredWan', '−', 'actualWan'],
          value: missed.shortfallWan && plain(missed.shortfallWan),
        },
        { gives: 'payWan', tokens: ['shortfallWan', '×', 'payPercent'], value: amountWan && plain(amountWan) },
      ],
    };
  }
  if (clause.kind === 'claw-back') {
    const amountWan = clawback(
      missed.supportPaidWan,
      missed.lowestAttainmentPercent === null ? null : decimal(missed.lowestAttainmentPercent),
    );
    return {
      amountWan,
      cureUntil: null,
      inputs: [
        {
          name: 'supportPaidWan',
          value: missed.supportPaidWan && plain(missed.supportPaidWan),
          unit: 'wan',
          source: { kind: 'support', ref: null },
        },
        {
          name: 'lowestAttainmentPercent',
          value: missed.lowestAttainmentPercent && plain(missed.lowestAttainmentPercent),
          unit: 'percent',
          source: judged,
        },
      ],
      formulas: [
        {
          gives: 'clawbackWan',
          tokens: ['supportPaidWan', '×', '(', '1', '−', 'lowestAttainmentPercent', ')'],
          value: amountWan && plain(amountWan),
        },
      ],
    };
  }
  if (clause.kind === 'cure-period') {
    const cureUntil = clause.cureDays === null ? null : addDays(day, clause.cureDays);
    return {
      amountWan: null,
      cureUntil,
      inputs: [
        { name: 'countedFrom', value: day, unit: 'day', source: { kind: 'calendar', ref: null } },
        {
          name: 'cureDays',
          value: clause.cureDays === null ? null : String(clause.cureDays),
          unit: 'days',
          source: written,
        },
      ],
      formulas: [{ gives: 'cureUntil', tokens: ['countedFrom', '+', 'cureDays'], value: cureUntil }],
    };
  }
  return { amountWan: null, cureUntil: null, inputs: [], formulas: [] };
}

/** These kinds belong to the contract's year as a whole, not to one promise: they are counted and enforced once. */
export const oncePerYear = (kind: ConsequenceKind): boolean => kind === 'claw-back' || kind === 'take-back-land';

/**
 * Whether the clause was already decided for another promise of the same contract and year. `taken` are the clauses of
 * such decisions.
 */
export const isTaken = (
  { kind, clauseId }: Pick<Consequence, 'kind' | 'clauseId'>,
  taken: readonly string[],
): boolean => oncePerYear(kind) && taken.includes(clauseId);

export interface SettledBy {
  readonly state: 'waiting' | 'granted' | 'returned' | 'revoked';
  readonly clauseIds: readonly string[];
  /** The decision is about this promise, not about another one of the contract's year. */
  readonly own: boolean;
}

/**
 * Whether a clause is already requested (`waiting`) or in effect (`decided`). Decisions on this promise count; for a
 * once-per-year kind, decisions on other promises count too. null: it can still be requested.
 */
export function settlementOf(
  { kind, clauseId }: Pick<Consequence, 'kind' | 'clauseId'>,
  decisions: readonly SettledBy[],
): 'waiting' | 'decided' | null {
  const states = decisions
    .filter(({ own, clauseIds }) => (own || oncePerYear(kind)) && clauseIds.includes(clauseId))
    .map(({ state }) => state);
  return states.includes('granted') ? 'decided' : states.includes('waiting') ? 'waiting' : null;
}

export interface ConsequenceTotals {
  readonly payWan: Decimal;
  readonly clawbackWan: Decimal;
}

/**
 * Σ of what can still be requested, 万元; pass only consequences that are not settled. A claw-back counts once for a
 * contract and year, since it uses the contract's lowest attainment.
 */
export function totalsOf(
  rows: readonly {
    readonly contractId: string;
    readonly year: number;
    readonly consequences: readonly Consequence[];
  }[],
): ConsequenceTotals {
  const clawbacks = new Map<string, Decimal>();
  const gaps: Decimal[] = [];
  for (const { contractId, year, consequences } of rows) {
    for (const { kind, applies, amountWan, clauseId } of consequences) {
      if (!applies || amountWan === null) continue;
      if (kind === 'pay-gap') gaps.push(amountWan);
      if (kind === 'claw-back') clawbacks.set(`${contractId} ${year} ${clauseId}`, amountWan);
    }
  }
  return { payWan: sum(gaps), clawbackWan: sum(clawbacks.values()) };
}
