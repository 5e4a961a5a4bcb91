import { Decimal, decimal, roundForShow, sqmFromMu, yiFromWan, yuanFromWan } from '@crm/domain/quantities';

/** For display only: values are rounded half up here, never before a comparison. A missing number is “—”, never 0. */
export const NONE = '—';

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const parse = (value: string | number | null | undefined): Decimal | null => {
  if (value === null || value === undefined || value === '') return null;
  try {
    const number = decimal(String(value));
    return number.isFinite() ? number : null;
  } catch {
    return null;
  }
};

/** '15590.9' → '15,590.90'; whole numbers stay whole unless `digits` is given; with a real minus sign. */
export function showDecimal(value: string | number | null | undefined, digits?: number): string {
  const number = parse(value);
  if (number === null) return NONE;
  const text = roundForShow(number.abs(), digits ?? (number.isInteger() ? 0 : 2));
  const [whole, fraction] = text.split('.') as [string, string?];
  const sign = number.isNegative() && /[1-9]/.test(text) ? '−' : '';
  return `${sign}${group(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** To the last digit, at most the six that are stored: 28.0965. */
export const showExactly = (value: string): string => showDecimal(value, Math.min(6, value.split('.')[1]?.length ?? 0));

/** Takes percentages: '223.333' → '223.33 %', or '223 %' for headlines. */
export function showPercent(percent: string | number | null | undefined, digits = 2): string {
  return parse(percent) === null ? NONE : `${showDecimal(percent, digits)} %`;
}

/** The same in 元, to the last digit. */
export function showYuan(wan: string | null | undefined): string {
  const number = parse(wan);
  if (number === null) return NONE;
  const yuan = yuanFromWan(number);
  return showDecimal(yuan.toFixed(), yuan.decimalPlaces());
}

export interface ShownMoney {
  text: string;
  unit: 'wan' | 'yi';
  /** The same in 元, exact, for the tooltip. */
  yuan: string;
}

/** 万元, or from 1 亿元 (10,000 万元) on 亿元 with two decimals. */
export function showMoney(wan: string | null | undefined, unit: 'auto' | 'wan' | 'yi' = 'auto'): ShownMoney | null {
  const number = parse(wan);
  if (number === null) return null;
  const yi = unit === 'yi' || (unit === 'auto' && number.abs().gte(10_000));
  return {
    text: yi ? showDecimal(yiFromWan(number).toFixed(), 2) : showDecimal(number.toFixed()),
    unit: yi ? 'yi' : 'wan',
    yuan: showYuan(wan),
  };
}

/** 1 亩 = 2000/3 ㎡, shown with two decimals: '36.84' → '24,560.00'. */
export function showSquareMetres(mu: string | null | undefined): string {
  const number = parse(mu);
  return number === null ? NONE : showDecimal(sqmFromMu(number).toFixed(6), 2);
}
