import { type Amount, type Decimal, type MoneyUnit, decimal, moneyUnits, wanOf } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';

/**
 * Indicators with a provincial standard: 固定资产投资 (cumulative, by a due day), 产值或营收 (annual; the contract says which), 税收
 * (annual).
 */
export const indicators = ['investment', 'output', 'tax'] as const;
export type Indicator = (typeof indicators)[number];

/** Other indicators, without a standard: 研发投入, 研发投入占比, 研发人员, 就业人数, 综合能耗 (docs/domain.md, 其他指标). */
export const furtherIndicators = ['rd-spend', 'rd-share', 'rd-headcount', 'jobs', 'energy'] as const;
export type FurtherIndicator = (typeof furtherIndicators)[number];

/** In the order of display. */
export const promisedIndicators = [...indicators, ...furtherIndicators] as const;
export type PromisedIndicator = Indicator | FurtherIndicator;

/** 人, %, 吨标准煤. */
const unitsBesideMoney = ['person', 'percent', 'tce'] as const;
/** 万元 and the others. */
export const quantityUnits = ['wan', ...unitsBesideMoney] as const;
export type QuantityUnit = (typeof quantityUnits)[number];

/** The contract promises at least (不少于) or at most (不超过) this amount. */
export type Bound = 'at-least' | 'at-most';

/** Indicators that another one is derived from. The explanation of a verdict has a term for each of them. */
export type DerivationSource = Extract<PromisedIndicator, 'rd-spend' | 'output'>;

export interface IndicatorRule {
  readonly unit: QuantityUnit;
  /** true: a figure is the sum since the beginning. false: it is that of the year; persons are counted at its end. */
  readonly cumulative: boolean;
  readonly bound: Bound;
  /** Counts in the standards and in the per-mu portfolio. */
  readonly perMu: boolean;
  /** If no figure is reported: 100 × the first ÷ the second, both of the same year. */
  readonly derivedFrom?: readonly [part: DerivationSource, whole: DerivationSource];
}

const wanPerMu = { unit: 'wan', cumulative: false, bound: 'at-least', perMu: true } as const;
const quantity = { cumulative: false, bound: 'at-least', perMu: false } as const;

export const indicatorRules: Readonly<Record<PromisedIndicator, IndicatorRule>> = {
  investment: { ...wanPerMu, cumulative: true },
  output: wanPerMu,
  tax: wanPerMu,
  'rd-spend': { ...quantity, unit: 'wan' },
  'rd-share': { ...quantity, unit: 'percent', derivedFrom: ['rd-spend', 'output'] },
  'rd-headcount': { ...quantity, unit: 'person' },
  jobs: { ...quantity, unit: 'person' },
  energy: { ...quantity, unit: 'tce', bound: 'at-most' },
};

export const isPerMu = (indicator: PromisedIndicator): indicator is Indicator => indicatorRules[indicator].perMu;

/** 退税: a refund of earlier years makes the tax of a year negative; no other figure may be below zero. */
export const isRefund = (indicator: PromisedIndicator, value: string): boolean =>
  indicator === 'tax' && /^-0*\.?0*[1-9]/.test(value);

/** Money is typed in 元, 万元 or 亿元; every other quantity in its own unit. */
export const typedUnits = [...moneyUnits, ...unitsBesideMoney] as const;
export type TypedUnit = MoneyUnit | QuantityUnit;

const isMoney = (unit: TypedUnit): unit is MoneyUnit => (moneyUnits as readonly string[]).includes(unit);

/**
 * Converts an entry to the unit of its indicator. Refuses `quantity.unit` (not a unit of the indicator),
 * `quantity.whole` (a fraction of a person), `quantity.percent` (more than 100 %), and for money `money.range` and
 * `money.too-fine`.
 */
export function quantityOf(
  indicator: PromisedIndicator,
  entry: { readonly value: Amount; readonly unit: TypedUnit },
): Decimal {
  const { unit } = indicatorRules[indicator];
  if (unit === 'wan' && isMoney(entry.unit)) return wanOf({ value: entry.value, unit: entry.unit });
  if (entry.unit !== unit) throw new Refusal('quantity.unit', { indicator, unit: entry.unit, expected: unit });
  const value = decimal(entry.value);
  if (unit === 'person' && !value.isInteger()) throw new Refusal('quantity.whole', { indicator });
  if (unit === 'percent' && value.gt(100)) throw new Refusal('quantity.percent', { indicator });
  return value;
}
