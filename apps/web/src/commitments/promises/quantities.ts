import type { Assessment } from '@crm/api-contract/commitments';
import { isPerMu } from '@crm/domain/standards';
import type { TranslateFunction } from 'ra-core';
import { showQuantity, amountBefore, unitAfter } from '../../reference/quantities.js';

export const unitSaid = (translate: TranslateFunction, unit: Assessment['unit']): string =>
  translate(`indicators.unit.${unit}`);

/** If the table heads have another unit (万元, or 万元/亩), the indicator shows its own, and that it is an upper bound. */
export function withUnit(
  translate: TranslateFunction,
  { indicator, unit, bound }: Pick<Assessment, 'indicator' | 'unit' | 'bound'>,
  head: 'wan' | 'wan-per-mu' = 'wan',
  names: 'name' | 'short' = 'name',
): string {
  const name = translate(`indicators.${names}.${indicator}`);
  const foreign = unit !== 'wan' || (head === 'wan-per-mu' && !isPerMu(indicator));
  const said = [
    ...(bound === 'at-most' ? [translate('overview.bound.at-most')] : []),
    ...(foreign ? [unitSaid(translate, unit)] : []),
  ];
  return said.length === 0
    ? name
    : translate('overview.withUnit', { name, said: said.join(translate('overview.comma')) });
}

/** Money with two decimals, everything else unchanged. */
export const shown = (translate: TranslateFunction, { unit }: Pick<Assessment, 'unit'>, value: string | null): string =>
  showQuantity(translate, unit, value);

/** 缺口 360.00 万元, 超出 250 吨标准煤. */
export const shortfallSaid = (
  translate: TranslateFunction,
  { bound, unit, shortfall }: Pick<Assessment, 'unit' | 'bound' | 'shortfall'>,
): string =>
  translate(bound === 'at-most' ? 'overview.beyond' : 'overview.gap', {
    amount: amountBefore(translate, unit, shortfall, 2),
    unit: unitAfter(translate, unit),
  });

/** 不少于 120 人, 不超过 1,000 吨标准煤. */
export const promisedInWords = (
  translate: TranslateFunction,
  { bound, unit }: Pick<Assessment, 'unit' | 'bound'>,
  total: string | null,
): string =>
  translate('overview.boundSaid', {
    bound: translate(`overview.bound.${bound}`),
    total: amountBefore(translate, unit, total),
    unit: unitAfter(translate, unit),
  });
