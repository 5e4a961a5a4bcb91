import type { Day } from '../days/index.js';
import { type Decimal, decimal, perMuWan, totalWan } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import { type FurtherIndicator, type Indicator, type PromisedIndicator, isPerMu } from '../standards/index.js';

/** What every promise says, whatever it is of. */
export interface CommitmentTerms {
  readonly id: string;
  readonly contractId: string;
  /** 亩; null where the contract comes without land, and then the promise is a total. */
  readonly areaMu: string | null;
  readonly signedOn: Day;
  /**
   * 达产: the year owed in full, or the day it is reached, whose first full calendar year is then owed. null: the
   * contract does not say.
   */
  readonly fullProduction: FullProduction | null;
  /** A day the contract sets for the investment; without one it is owed by the end of the full-production year. */
  readonly dueOn?: Day | null;
  /**
   * What part of the promise a year owes, where the contract climbs towards it. It scales what is required, never
   * promised ÷ standard.
   */
  readonly ramp?: readonly RampStep[];
  /** The last year owed, where the contract ends the obligation. */
  readonly lastYear?: number | null;
  /**
   * 续签: what falls due on a day is owed under the contract in force on it: from this day on, and until the day its own
   * renewal takes over (exclusive).
   */
  readonly inForce?: { readonly from: Day | null; readonly until: Day | null };
  /** Of this clause; without it the tolerance handed in holds. Percent, inclusive. */
  readonly tolerancePercent?: string | null;
  /** Where it is written: "第八条第二款". */
  readonly clause?: string | null;
}

/**
 * A promise of investment, output or tax. Entered either per mu or as a total; the entered side is master, and when a
 * supplement changes
 * the area the other side follows.
 */
export interface PerMuCommitment extends CommitmentTerms {
  readonly indicator: Indicator;
  readonly promised: Promised;
  /** Whether the contract measures 产值 or 营收; only for the indicator output. */
  readonly measuredBy?: 'output-value' | 'revenue';
}

/**
 * A promise of anything else: one plain quantity in the unit of its indicator. Land neither multiplies nor divides it.
 */
export interface FurtherCommitment extends CommitmentTerms {
  readonly indicator: FurtherIndicator;
  readonly promised: PromisedQuantity;
}

/** 承诺: what a contract promises of one indicator. */
export type Commitment = PerMuCommitment | FurtherCommitment;

export const isPerMuCommitment = (commitment: Commitment): commitment is PerMuCommitment =>
  isPerMu(commitment.indicator);

export type Promised =
  { readonly side: 'per-mu'; readonly perMuWan: string } | { readonly side: 'total'; readonly totalWan: string };
export type PromisedQuantity = { readonly side: 'quantity'; readonly quantity: string };
export type FullProduction = { readonly year: number } | { readonly day: Day };
export interface RampStep {
  readonly year: number;
  readonly percent: string;
}

/**
 * 实绩: what was reached of one indicator in one year; of investment the sum since the beginning, at the year's end.
 * A correction never overwrites: the old row's `knownTo` is the new row's `knownFrom`.
 */
export type Actual = PerMuActual | FurtherActual;

export interface PerMuActual extends Reported {
  readonly indicator: Indicator;
  readonly wan: string;
}

export interface FurtherActual extends Reported {
  readonly indicator: FurtherIndicator;
  /** In the unit of the indicator; of people the number at the year's end. */
  readonly quantity: string;
}

interface Reported {
  readonly year: number;
  readonly source: ActualSource;
  readonly verified?: boolean;
  /** Instants, ISO 8601; open where left out. */
  readonly knownFrom?: string | null;
  readonly knownTo?: string | null;
  readonly ref?: string | null;
}

/** The firm's own report 企业填报, the statistics office 统计部门, the tax office 税务部门. */
export const actualSources = ['firm', 'statistics', 'tax-office', 'other'] as const;
export type ActualSource = (typeof actualSources)[number];

/** 豁免: someone decided that a year of an indicator is not held against the firm. */
export interface Waiver {
  readonly indicator: PromisedIndicator;
  readonly year: number;
  readonly ref?: string | null;
}

/** 未到期 未填报 达标 预警 不达标 豁免. */
export const verdicts = ['met', 'warning', 'breach', 'no-data', 'not-due', 'waived'] as const;
export type Verdict = (typeof verdicts)[number];

export interface PromisedAmounts {
  readonly totalWan: Decimal;
  /** null without land. */
  readonly perMuWan: Decimal | null;
}

/** Both sides of a promise. `commitment.area-missing`: promised per mu, and there is no land. */
export function promisedAmounts(commitment: Pick<PerMuCommitment, 'promised' | 'areaMu'>): PromisedAmounts {
  const { promised, areaMu } = commitment;
  if (promised.side === 'total')
    return {
      totalWan: decimal(promised.totalWan),
      perMuWan: areaMu === null ? null : perMuWan(promised.totalWan, areaMu),
    };
  if (areaMu === null) throw new Refusal('commitment.area-missing', {});
  return { totalWan: totalWan(promised.perMuWan, areaMu), perMuWan: decimal(promised.perMuWan) };
}

/** What is promised in all, in the unit of the indicator. `commitment.area-missing`. */
export const promisedInAll = ({ promised, areaMu }: Pick<Commitment, 'promised' | 'areaMu'>): Decimal =>
  promised.side === 'quantity' ? decimal(promised.quantity) : promisedAmounts({ promised, areaMu }).totalWan;

export interface Amendment<Promise extends Commitment = Commitment> {
  readonly before: Promise;
  readonly after: Promise;
}

type Amendable =
  'promised' | 'areaMu' | 'fullProduction' | 'dueOn' | 'ramp' | 'lastYear' | 'tolerancePercent' | 'clause';

/**
 * What a supplement may change. Everything else of a signed commitment stays; both versions are kept.
 * `commitment.unchanged`: nothing would differ.
 * A changed area leaves the entered side as it is and moves the other.
 */
export function amend<Promise extends Commitment>(
  before: Promise,
  change: Partial<Pick<Promise, Amendable>>,
): Amendment<Promise> {
  const after: Promise = { ...before, ...change };
  if (JSON.stringify(after) === JSON.stringify(before)) throw new Refusal('commitment.unchanged', {});
  promisedInAll(after);
  return { before, after };
}
