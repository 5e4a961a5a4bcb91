import { type Verdict, clawback } from '../commitments/index.js';
import { type Day, addDays } from '../days/index.js';
import { type Decimal, decimal, plain, sum } from '../quantities/index.js';
import type { PromisedIndicator } from '../standards/index.js';
import { type ConsequenceClause, type ConsequenceKind, bites } from './consequence-clause.js';

/** A promise that was not kept in a year, as it was judged. Amounts in 万元, attainment in percent, unrounded. */
export interface MissedPromise {
  readonly assessmentId: string;
  readonly indicator: PromisedIndicator;
  readonly year: number;
  readonly verdict: Verdict;
  /** Amounts are null where the indicator is not in 万元: a gap of people or of energy is not paid for. */
  readonly requiredWan: string | null;
  readonly actualWan: string | null;
  readonly shortfallWan: string | null;
  /** Of the whole contract in that year: claw-back goes by the lowest. */
  readonly lowestAttainmentPercent: string | null;
  /** Support paid out under the contract so far; null: nothing recorded. */
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

/** Facts alone: the clause, the numbers with where they come from, and the calculation as tokens. */
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

/** What one clause comes to. null: it asks for no money, or a number it needs is not known. */
export interface Consequence {
  readonly clauseId: string;
  readonly kind: ConsequenceKind;
  /** false: the verdict is within the tolerance and the clause waits for a breach; the amount is shown all the same. */
  readonly applies: boolean;
  readonly amountWan: Decimal | null;
  /** The last day of a cure period, counted from the day handed in. */
  readonly cureUntil: Day | null;
  readonly because: ConsequenceBecause;
}

/**
 * What may be done about a missed promise, clause by clause in the order handed in. Nothing where nothing was missed or
 * nothing was reported. Pay the gap:
 * shortfall × percent; claw-back: paid × (1 − lowest attainment), never below nought; cure period: the day + so many
 * natural days.
 */
export function consequencesOf(missed: MissedPromise, clauses: readonly ConsequenceClause[], day: Day): Consequence[] {
  if (missed.verdict !== 'breach' && missed.verdict !== 'warning') return [];
  return clauses
    .filter((clause) => clause.indicators.includes(missed.indicator))
    .map((clause) => {
      const { amountWan, cureUntil, inputs, formulas } = reckon(missed, clause, day);
      const applies = bites(clause, missed.verdict);
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

interface Reckoned {
  readonly amountWan: Decimal | null;
  readonly cureUntil: Day | null;
  readonly inputs: readonly ConsequenceInput[];
  readonly formulas: ConsequenceBecause['formulas'];
}

function reckon(missed: MissedPromise, clause: ConsequenceClause, day: Day): Reckoned {
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

/**
 * Kinds that fall on the contract's year as a whole, whichever of its promises were missed: counted once, enforced
 * once.
 */
export const oncePerYear = (kind: ConsequenceKind): boolean => kind === 'claw-back' || kind === 'take-back-land';

/**
 * Decided on already for another promise of the contract's year, and not to be asked for a second time; `taken` are the
 * clauses of such decisions.
 */
export const isTaken = (
  { kind, clauseId }: Pick<Consequence, 'kind' | 'clauseId'>,
  taken: readonly string[],
): boolean => oncePerYear(kind) && taken.includes(clauseId);

export interface SettledBy {
  readonly state: 'waiting' | 'granted' | 'returned' | 'revoked';
  readonly clauseIds: readonly string[];
  /** It is about this very promise, not another one of the contract's year. */
  readonly own: boolean;
}

/**
 * Asked for already, or in effect: by a decision on the promise itself, of what counts once a year also by one on
 * another promise. null: it can still be asked for.
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
 * Σ of what may be asked for now: of what is handed in, which is what nobody settled. A claw-back counts once for a
 * contract and year, since it is of the contract's lowest attainment.
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
