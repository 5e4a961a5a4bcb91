import type { ContractRow } from '@crm/api-contract/contracts';
import { Decimal, decimal, percentOf, sum, weightedPerMu } from '@crm/domain/quantities';
import { indicators, type Indicator } from '@crm/domain/standards';
import type { PerMuGroup } from '../../portfolio/index.js';

export interface Sums {
  readonly contracts: number;
  readonly areaMu: string;
  readonly investmentWan: string;
  readonly perMuWan: Readonly<Record<Indicator, string | null>>;
  readonly percentOfStandard: Readonly<Record<Indicator, string | null>>;
}

/** What a row adds to 签约投资: its promised investment (亩 × per mu), or without one its own amount. */
export const investmentOf = (row: Pick<ContractRow, 'promised' | 'amountWan'>): string | null =>
  row.promised.investment?.totalWan ?? row.amountWan;

export const sumsOfGroup = (group: PerMuGroup): Sums => group;

/** The totals of loaded rows, weighted by area: a row without land or promise adds nothing to an average. */
export function sumsOfRows(rows: readonly ContractRow[]): Sums {
  const each = (value: (indicator: Indicator) => Decimal | null) =>
    Object.fromEntries(indicators.map((indicator) => [indicator, value(indicator)?.toFixed() ?? null])) as Record<
      Indicator,
      string | null
    >;
  const promised = (indicator: Indicator) =>
    rows.flatMap(({ promised: all, areaMu }) =>
      all[indicator] && areaMu !== null ? [{ ...all[indicator], areaMu }] : [],
    );
  return {
    contracts: rows.length,
    areaMu: sum(rows.map((row) => row.areaMu ?? '0')).toFixed(),
    investmentWan: sum(rows.map((row) => investmentOf(row) ?? '0')).toFixed(),
    perMuWan: each((indicator) =>
      weightedPerMu(promised(indicator).map(({ totalWan, areaMu }) => ({ totalWan, areaMu }))),
    ),
    percentOfStandard: each((indicator) => {
      const set = promised(indicator).filter(
        (one) => one.percentOfStandard !== null && !decimal(one.percentOfStandard).isZero(),
      );
      const standard = sum(set.map((one) => decimal(one.totalWan).times(100).div(one.percentOfStandard!)));
      return set.length === 0 ? null : percentOf(sum(set.map((one) => one.totalWan)), standard);
    }),
  };
}
