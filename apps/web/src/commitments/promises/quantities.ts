import type { Assessment } from '@crm/api-contract/commitments';
import type { TranslateFunction } from 'ra-core';
import { showDecimal } from '../../parts/numbers.js';

/** Where the heads of a table say 万元, an indicator in another unit says its own, and that it is an upper bound. */
export function withUnit(translate: TranslateFunction, { indicator, unit, bound }: Pick<Assessment, 'indicator' | 'unit' | 'bound'>): string {
  const name = translate(`performance.indicator.${indicator}`);
  const said = [...(bound === 'at-most' ? [translate('performance.bound.at-most')] : []), ...(unit === 'wan' ? [] : [translate(`performance.quantity.${unit}`)])];
  return said.length === 0 ? name : translate('performance.withUnit', { name, said: said.join(translate('performance.comma')) });
}

/** 不少于 120 人, 不超过 1,000 吨标准煤. */
export const promisedInWords = (translate: TranslateFunction, { bound, unit }: Pick<Assessment, 'unit' | 'bound'>, total: string | null): string =>
  translate('performance.boundSaid', { bound: translate(`performance.bound.${bound}`), total: showDecimal(total), unit: translate(`performance.quantity.${unit}`) });
