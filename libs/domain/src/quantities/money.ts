import { Refusal } from '../refusal/index.js';
import { splitUnit, storedPlaces } from './area.js';
import { type Amount, type Decimal, decimal, decimalText } from './decimal.js';

/** 元, 万元, 亿元. Amounts are stored in 万元; the typed value is kept with its unit. */
export const moneyUnits = ['yuan', 'wan', 'yi'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

const wanPer: Record<MoneyUnit, string> = { yuan: '0.0001', wan: '1', yi: '10000' };

export const wanFromYi = (yi: Amount): Decimal => decimal(yi).times(wanPer.yi);
export const yiFromWan = (wan: Amount): Decimal => decimal(wan).div(wanPer.yi);
export const yuanFromWan = (wan: Amount): Decimal => decimal(wan).times(10_000);

/**
 * Converts an entered amount to 万元, exactly. Refuses `money.range` (negative, or too large for `numeric(18,6)`) and
 * `money.too-fine` (more than six decimal places, which is less than one fen).
 */
export function wanOf(entry: { value: Amount; unit: MoneyUnit }): Decimal {
  const wan = decimal(entry.value).times(wanPer[entry.unit]);
  if (wan.isNegative() || wan.gt('999999999999.999999'))
    throw new Refusal('money.range', { minWan: '0', maxWan: '999999999999.999999' });
  if (wan.decimalPlaces() > storedPlaces)
    throw new Refusal('money.too-fine', { unit: entry.unit, places: storedPlaces });
  return wan;
}

const moneyWords: Readonly<Record<string, MoneyUnit>> = {
  元: 'yuan',
  人民币元: 'yuan',
  万: 'wan',
  万元: 'wan',
  亿: 'yi',
  亿元: 'yi',
};

export interface TypedMoney {
  readonly wan: string;
  readonly value: string;
  readonly unit: MoneyUnit;
  readonly asTyped: string;
}

/**
 * Reads an amount as typed: "66.3 亿" is 663,000 万元. Without a unit in the text, the unit of the field applies. Refuses
 * `unit.missing` (neither has one), `unit.unknown` (also any foreign currency: nothing is converted by guess), and what
 * {@link decimalText} and {@link wanOf} refuse.
 */
export function typedMoney(text: string, fieldUnit?: MoneyUnit): TypedMoney {
  const { number, word } = splitUnit(text);
  const unit = word === '' ? fieldUnit : moneyWords[word];
  if (!unit) throw new Refusal(word === '' ? 'unit.missing' : 'unit.unknown', { units: moneyUnits });
  const value = decimalText(number);
  return { wan: wanOf({ value, unit }).toFixed(), value, unit, asTyped: text };
}
