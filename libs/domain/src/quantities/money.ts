import { Refusal } from '../refusal/index.js';
import { splitUnit, storedPlaces } from './area.js';
import { type Amount, type Decimal, decimal, decimalText } from './decimal.js';

/** 元, 万元, 亿元. Stored is 万元; what was typed is kept with its unit. */
export const moneyUnits = ['yuan', 'wan', 'yi'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

const wanPer: Record<MoneyUnit, string> = { yuan: '0.0001', wan: '1', yi: '10000' };

export const wanFromYuan = (yuan: Amount): Decimal => decimal(yuan).times(wanPer.yuan);
export const wanFromYi = (yi: Amount): Decimal => decimal(yi).times(wanPer.yi);
export const yiFromWan = (wan: Amount): Decimal => decimal(wan).div(wanPer.yi);
export const yuanFromWan = (wan: Amount): Decimal => decimal(wan).times(10_000);

/**
 * An entered amount in 万元, exact. `money.range` when it leaves `numeric(18,6)`; `money.too-fine` when it needs more
 * than six places (below one fen).
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
 * Reads an amount as a person types it: "66.3 亿" is 663,000 万元. Without a unit in the text the field's own unit counts;
 * without either
 * `unit.missing`. Anything else, another currency among it, is `unit.unknown`: nothing is converted by guess.
 */
export function typedMoney(text: string, fieldUnit?: MoneyUnit): TypedMoney {
  const { number, word } = splitUnit(text);
  const unit = word === '' ? fieldUnit : moneyWords[word];
  if (!unit) throw new Refusal(word === '' ? 'unit.missing' : 'unit.unknown', { units: moneyUnits });
  const value = decimalText(number);
  return { wan: wanOf({ value, unit }).toFixed(), value, unit, asTyped: text };
}
