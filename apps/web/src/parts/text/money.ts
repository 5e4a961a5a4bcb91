import { decimal } from '@crm/domain/quantities';
import { NONE, showDecimal, showMoney, showYuan } from './numbers.js';

/**
 * How money is shown in the reader's language. The wire has 万元. Chinese counts 万元 and 亿元; English counts millions
 * and billions of CNY. The words say which, so that figures and words always change together.
 */
export type Translate = (key: string, options?: Record<string, unknown>) => string;
type Value = string | null | undefined;

export const countsMillions = (translate: Translate): boolean => translate('parts.money.counts') === 'million';

/** Exact: 1 m is 100 万元. */
export const millionsFromWan = (wan: string): string => decimal(wan).div(100).toFixed();

/**
 * Two decimals; an amount below one million as fine as the Chinese page has it (up to four), because 0.05 would hide
 * that it is 0.0526. Where more was asked for, that much more; where a whole
 * 万元 was, two.
 */
function showMillions(wan: string, digits?: number): string {
  const millions = decimal(wan).div(100);
  const finest = digits !== undefined && digits > 2 ? digits + 2 : 4;
  const fine = digits !== 0 && (millions.abs().lt(1) || finest > 4);
  return showDecimal(millions.toFixed(), fine ? Math.min(finest, Math.max(2, millions.decimalPlaces())) : 2);
}

const isNumber = (value: Value): value is string => showDecimal(value) !== NONE;

/** The number alone, where a head names the unit: 万元 or CNY m; the same per 亩. */
export const showWan = (translate: Translate, wan: Value, digits?: number): string =>
  isNumber(wan) && countsMillions(translate) ? showMillions(wan, digits) : showDecimal(wan, digits);

export interface SaidMoney {
  /** Before the number: CNY, or nothing in Chinese. */
  readonly sign: string;
  readonly text: string;
  /** After it: 万元, 亿元, m, bn. */
  readonly unit: string;
}

/** An amount in pieces; `auto` takes 亿元 from one 亿 on, and bn from one billion on. */
export function moneyIn(
  translate: Translate,
  wan: Value,
  unit: 'auto' | 'wan' | 'yi' = 'auto',
  digits?: number,
): SaidMoney | null {
  if (!isNumber(wan)) return null;
  const word = (name: 'wan' | 'yi') => translate(`parts.money.${name}`);
  if (countsMillions(translate)) {
    const billions = decimal(wan).div(100_000);
    return unit === 'auto' && billions.abs().gte(1)
      ? { sign: 'CNY', text: showDecimal(billions.toFixed(), 2), unit: word('yi') }
      : { sign: 'CNY', text: showMillions(wan, digits), unit: word('wan') };
  }
  const shown = showMoney(wan, unit)!;
  return {
    sign: '',
    text: shown.unit === 'wan' && digits !== undefined ? showDecimal(wan, digits) : shown.text,
    unit: word(shown.unit),
  };
}

export const inWords = ({ sign, text, unit }: SaidMoney): string => [sign, text, unit].filter(Boolean).join(' ');

/** 66.30 亿元; CNY 6.63 bn. */
export function sayMoney(translate: Translate, wan: Value): string {
  const said = moneyIn(translate, wan);
  return said ? inWords(said) : NONE;
}

/** 15,590.90 万元; CNY 155.91 m. */
export function sayWan(translate: Translate, wan: Value, digits?: number): string {
  const said = moneyIn(translate, wan, 'wan', digits);
  return said ? inWords(said) : NONE;
}

/** 0.84 亿元; CNY 84.00 m. */
export const sayYi = (translate: Translate, wan: string): string => inWords(moneyIn(translate, wan, 'yi')!);

/** 670 万元/亩; CNY 6.70 m per mu. */
export const perMuIn = (translate: Translate, wan: Value, digits?: number): SaidMoney => ({
  sign: countsMillions(translate) ? 'CNY' : '',
  text: showWan(translate, wan, digits),
  unit: translate('parts.money.perMu'),
});
export const sayPerMu = (translate: Translate, wan: Value, digits?: number): string =>
  isNumber(wan) ? inWords(perMuIn(translate, wan, digits)) : NONE;

/** What calculates in public with amounts: the wire's 万元, or millions; exact, so that each line still holds. */
export const counted = (translate: Translate) => (wan: string) =>
  countsMillions(translate) ? millionsFromWan(wan) : wan;

/** To the last digit stored; the exact amount below a rounded headline: 662,996.54 万元; CNY 6,629,965,400. */
export const sayExactly = (translate: Translate, wan: Value): string =>
  isNumber(wan) && countsMillions(translate)
    ? translate('parts.unit.exactYuan', { yuan: showYuan(wan) })
    : sayWan(translate, wan, 2);
