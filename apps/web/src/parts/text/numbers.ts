import { Decimal, decimal, roundForShow, sqmFromMu, yiFromWan, yuanFromWan } from '@crm/domain/quantities';

/**
 * Everything here only shows: rounding is half up and happens on the way to the eye, never before a comparison. No
 * number is “—”, never 0.
 */
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

/** '15590.9' → '15,590.90'; whole numbers stay whole unless `digits` is given; a true minus. */
export function showDecimal(value: string | number | null | undefined, digits?: number): string {
  const number = parse(value);
  if (number === null) return NONE;
  const text = roundForShow(number.abs(), digits ?? (number.isInteger() ? 0 : 2));
  const [whole, fraction] = text.split('.') as [string, string?];
  const sign = number.isNegative() && /[1-9]/.test(text) ? '−' : '';
  return `${sign}${group(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** To the last digit it has, at most the six that are stored: 28.0965. */
export const showExactly = (value: string): string => showDecimal(value, Math.min(6, value.split('.')[1]?.length ?? 0));

/** Percentages are handed in as such: '223.333' → '223.33 %', or '223 %' where headlines want whole ones. */
export function showPercent(percent: string | number | null | undefined, digits = 2): string {
  return parse(percent) === null ? NONE : `${showDecimal(percent, digits)} %`;
}

export interface ShownMoney {
  text: string;
  unit: 'wan' | 'yi';
  /** The same in 元, to the last digit, for the tooltip. */
  yuan: string;
}

/** 万元 as it is, 亿元 with two decimals from one 亿 (10,000 万元) on. */
export function showMoney(wan: string | null | undefined, unit: 'auto' | 'wan' | 'yi' = 'auto'): ShownMoney | null {
  const number = parse(wan);
  if (number === null) return null;
  const yi = unit === 'yi' || (unit === 'auto' && number.abs().gte(10_000));
  const yuan = yuanFromWan(number);
  return {
    text: yi ? showDecimal(yiFromWan(number).toFixed(), 2) : showDecimal(number.toFixed()),
    unit: yi ? 'yi' : 'wan',
    yuan: showDecimal(yuan.toFixed(), Math.max(0, yuan.decimalPlaces())),
  };
}

/** 1 亩 = 2000/3 ㎡. Shown as ㎡ with two decimals: '36.84' → '24,560.00'. */
export function showSquareMetres(mu: string | null | undefined): string {
  const number = parse(mu);
  return number === null ? NONE : showDecimal(sqmFromMu(number).toFixed(6), 2);
}
