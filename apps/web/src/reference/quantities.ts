import type { QuantityUnit } from '@crm/domain/standards';
import { countsMillions, sayWan, showWan, type Translate } from '../parts/text/money.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';

/** Quantities of indicators: money as the reader's language counts it, everything else in the unit of the indicator. */
type Value = string | null | undefined;

/** A quantity that may be money: 1,500.00 or 120 where the head has the unit. Money with two places. */
export const showQuantity = (translate: Translate, unit: QuantityUnit, value: Value): string =>
  unit === 'wan' ? showWan(translate, value, 2) : showDecimal(value);

/** The same with its unit: 1,500.00 万元, CNY 15.00 m, 120 人. `digits` of money; without them a whole one stays whole. */
export const sayQuantity = (translate: Translate, unit: QuantityUnit, value: Value, digits?: number): string => {
  if (unit === 'wan' && showDecimal(value) !== NONE) return sayWan(translate, value, digits);
  return `${showDecimal(value)} ${translate(`indicators.unit.${unit}`)}`;
};

/**
 * For sentences that put the unit after the number in both languages: “1,500.00” + “万元”, “CNY 15.00” + “m”, “120” +
 * “people”.
 */
export function amountBefore(translate: Translate, unit: QuantityUnit, value: Value, digits?: number): string {
  if (unit !== 'wan') return showDecimal(value);
  const text = showWan(translate, value, digits);
  return text !== NONE && countsMillions(translate) ? `CNY ${text}` : text;
}
export const unitAfter = (translate: Translate, unit: QuantityUnit): string =>
  translate(unit === 'wan' ? 'parts.money.wan' : `indicators.unit.${unit}`);
