import type { Day } from '../days/index.js';
import { type Decimal, decimal, perMuWan, totalWan } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import { type FurtherIndicator, type Indicator, type PromisedIndicator, isPerMu } from '../standards/index.js';

/** The terms that every commitment has, whatever its indicator. */
export interface CommitmentTerms {
  readonly id: string;
  readonly contractId: string;
  /** 亩; null where the contract has no land. Then the promise must be a total. */
  readonly areaMu: string | null;
  readonly signedOn: Day;
  /**
   * 达产: the first year owed in full, or the day of full production. A day owes its first full calendar year. null: the
   * contract does not say.
   */
  readonly fullProduction: FullProduction | null;
  /**
   * The due day of the investment, if the contract sets one. Otherwise it is due at the end of the full-production
   * year.
   */
  readonly dueOn?: Day | null;
  /**
   * 爬坡: the percent of the promise that each year must reach before full production. It scales `required` only, never
   * the comparison with the standard.
   */
  readonly ramp?: readonly RampStep[];
  /** The last year owed, if the contract ends the obligation. */
  readonly lastYear?: number | null;
  /**
   * 续签: a due day belongs to the contract in force on that day. `from` is inclusive; `until`, the day the renewal takes
   * over, is exclusive.
   */
  readonly inForce?: { readonly from: Day | null; readonly until: Day | null };
  /** Percent, inclusive, from a clause of the contract. Without it the tolerance passed by the caller applies. */
  readonly tolerancePercent?: string | null;
  /** The clause of the contract: "第八条第二款". */
  readonly clause?: string | null;
}

/**
 * A commitment of investment, output or tax. It is entered per mu or as a total, and the entered side is kept. When a
 * supplement changes the area, the other side is computed again.
 */
export interface PerMuCommitment extends CommitmentTerms {
  readonly indicator: Indicator;
  readonly promised: Promised;
  /** Whether the contract measures 产值 or 营收; only for the indicator output. */
  readonly measuredBy?: 'output-value' | 'revenue';
}

/** A commitment of any other indicator: one quantity in the unit of the indicator, independent of the area. */
export interface FurtherCommitment extends CommitmentTerms {
  readonly indicator: FurtherIndicator;
  readonly promised: PromisedQuantity;
}

/** 承诺: what a contract promises for one indicator. */
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
 * 实绩: what was reached for one indicator in one year. For investment it is the sum since the beginning, at the end of
 * the year. A correction never overwrites: the old row's `knownTo` is the new row's `knownFrom`.
 */
export type Actual = PerMuActual | FurtherActual;

export interface PerMuActual extends Reported {
  readonly indicator: Indicator;
  readonly wan: string;
}

export interface FurtherActual extends Reported {
  readonly indicator: FurtherIndicator;
  /** In the unit of the indicator. Persons are counted at the end of the year. */
  readonly quantity: string;
}

interface Reported {
  readonly year: number;
  readonly source: ActualSource;
  readonly verified?: boolean;
  /** The reason for which a manager chose this figure although a source of a higher rank has one. */
  readonly chosenBecause?: string | null;
  /** Instants, ISO 8601. Missing or null: no limit. */
  readonly knownFrom?: string | null;
  readonly knownTo?: string | null;
  readonly ref?: string | null;
}

/** The enterprise's own report 企业填报, the statistics office 统计部门, the tax office 税务部门. */
export const actualSources = ['firm', 'statistics', 'tax-office', 'other'] as const;
export type ActualSource = (typeof actualSources)[number];

/** 豁免: a decision that this year of this indicator is not enforced. */
export interface Waiver {
  readonly indicator: PromisedIndicator;
  readonly year: number;
  readonly ref?: string | null;
}

/** 达标, 预警, 不达标, 未填报, 未到期, 豁免. */
export const verdicts = ['met', 'warning', 'breach', 'no-data', 'not-due', 'waived'] as const;
export type Verdict = (typeof verdicts)[number];

export interface PromisedAmounts {
  readonly totalWan: Decimal;
  /** null without land. */
  readonly perMuWan: Decimal | null;
}

/**
 * Both sides of a promise, in 万元 and 万元/亩. Refuses `commitment.area-missing`: promised per mu, but there is no land.
 */
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

/**
 * The whole promised amount in the unit of the indicator. Refuses `commitment.area-missing`, as
 * {@link promisedAmounts}.
 */
export const totalPromised = ({ promised, areaMu }: Pick<Commitment, 'promised' | 'areaMu'>): Decimal =>
  promised.side === 'quantity' ? decimal(promised.quantity) : promisedAmounts({ promised, areaMu }).totalWan;

export interface Amendment<Promise extends Commitment = Commitment> {
  readonly before: Promise;
  readonly after: Promise;
}

type Amendable =
  'promised' | 'areaMu' | 'fullProduction' | 'dueOn' | 'ramp' | 'lastYear' | 'tolerancePercent' | 'clause';

/**
 * Applies the changes of a supplement to a signed commitment and returns both versions. Only these fields may change. A
 * changed area keeps the entered side and changes the other. Refuses `commitment.unchanged` if nothing would differ,
 * and `commitment.area-missing`.
 */
export function amend<Promise extends Commitment>(
  before: Promise,
  change: Partial<Pick<Promise, Amendable>>,
): Amendment<Promise> {
  const after: Promise = { ...before, ...change };
  if (JSON.stringify(after) === JSON.stringify(before)) throw new Refusal('commitment.unchanged', {});
  totalPromised(after);
  return { before, after };
}
