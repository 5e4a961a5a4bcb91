import type { Day } from '../days/index.js';
import { type Amount, type Decimal, percentOf } from '../quantities/index.js';

/** 预计, 快报, 决算: an estimate before the period ends, a flash report, the final account. */
export const kpiVersions = ['estimate', 'flash', 'final'] as const;
export type KpiVersion = (typeof kpiVersions)[number];

/**
 * One published value. Values with another scope, version or source are kept side by side. They are never averaged and
 * never replace each other.
 */
export interface KpiValue {
  readonly metric: string;
  /** "2021", "2021-Q3", "2021-11". */
  readonly period: string;
  /** 口径: what is included, for example with or without one park. */
  readonly scope: string;
  readonly version: KpiVersion;
  readonly asOf: Day;
  readonly source: string;
  readonly value: string;
}

export interface KpiAnswer {
  readonly value: KpiValue | null;
  /** Other values of the metric and period: the reader sees that there is more than one. */
  readonly others: readonly KpiValue[];
}

/**
 * The value of one scope. The firmest version wins (final, flash, estimate), then the latest as-of day, then the name
 * of the source, so that the order of the rows does not matter.
 */
export function kpiOf(
  values: readonly KpiValue[],
  asked: { metric: string; period: string; scope: string; version?: KpiVersion },
): KpiAnswer {
  const sameNumber = values.filter((row) => row.metric === asked.metric && row.period === asked.period);
  const firmness = (row: KpiValue): number => kpiVersions.indexOf(row.version);
  const [value = null] = sameNumber
    .filter((row) => row.scope === asked.scope && (!asked.version || row.version === asked.version))
    .toSorted(
      (a, b) =>
        firmness(b) - firmness(a) || (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : a.source < b.source ? -1 : 1),
    );
  return { value, others: sameNumber.filter((row) => row !== value) };
}

/** Reached ÷ planned in percent: 82,983 of 72,000 is 115.25 %. null without a plan. */
export const planReachedPercent = (reached: Amount, planned: Amount | null): Decimal | null =>
  percentOf(reached, planned);
