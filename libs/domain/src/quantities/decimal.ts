import { Decimal as AnyDecimal } from 'decimal.js';
import { Refusal } from '../refusal/index.js';

/**
 * The only number type for money and area. 80 significant digits keep sums and products of three stored values (18
 * digits each) exact; only a division is cut. Values are rounded half up for display only (docs/domain.md, 数).
 */
export const Decimal = AnyDecimal.clone({
  precision: 80,
  rounding: AnyDecimal.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
});
export type Decimal = AnyDecimal;

/**
 * A decimal as text, on the wire or from a `numeric(18,6)` column, or computed by a rule. Never a JavaScript number.
 */
export type Amount = string | Decimal;

export const decimal = (amount: Amount): Decimal => new Decimal(amount);

/** The decimal as plain text: no exponent, no trailing zeros ("989.550000" → "989.55"). */
export const plain = (amount: Amount): string => decimal(amount).toFixed();

export const sum = (amounts: Iterable<Amount>): Decimal => {
  let total = new Decimal(0);
  for (const amount of amounts) total = total.plus(amount);
  return total;
};

const decimalShape = /^\d{1,12}(\.\d{1,6})?$/;
const plainNumber = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const wide = /[\uFF10-\uFF19\uFF0C\uFF0E]/g;

/** Turns full-width digits, comma and dot into ASCII; other characters stay. */
export const narrowDigits = (text: string): string => text.replace(wide, (sign) => sign.normalize('NFKC'));

/**
 * Reads one decimal: at most 12 digits before the point and 6 after it, without sign, exponent, grouping, unit or
 * spaces. Full-width digits are accepted and normalised. Refuses `decimal.format` (not a decimal) and `decimal.range`
 * (negative, too large, or outside the bounds).
 */
export function decimalText(input: unknown, bounds: { min?: Amount; max?: Amount } = {}): string {
  if (typeof input !== 'string') throw new Refusal('decimal.format', { got: input === null ? 'null' : typeof input });
  const text = narrowDigits(input);
  if (!decimalShape.test(text)) {
    const number = plainNumber.exec(text);
    const tooLarge = number && number[1] !== '+' && number[2]!.replace(/^0+/, '').length > 12;
    if (number && (tooLarge || number[1] === '-'))
      throw new Refusal('decimal.range', { min: '0', max: '999999999999.999999' });
    throw new Refusal('decimal.format', { integerDigits: 12, decimals: 6 });
  }
  const value = decimal(text);
  const { min, max } = bounds;
  if ((min !== undefined && value.lt(min)) || (max !== undefined && value.gt(max))) {
    throw new Refusal('decimal.range', {
      min: min === undefined ? '0' : plain(min),
      max: max === undefined ? '999999999999.999999' : plain(max),
    });
  }
  return value.toFixed();
}

/**
 * Rounds half up to a fixed number of places: `roundForShow('669.998', 2)` is "670.00". For display only; comparisons
 * and storage use the exact value.
 */
export const roundForShow = (amount: Amount, places: number): string =>
  decimal(amount).toFixed(places, Decimal.ROUND_HALF_UP);

/**
 * Removes floating-point noise: a spreadsheet stores doubles and shows 15 significant digits. 79.93000000000001 was
 * typed as 79.93. Refuses `decimal.format` if the cell holds no finite number.
 */
export function withoutFloatNoise(cell: number | string): string {
  const text = String(cell).trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text))
    throw new Refusal('decimal.format', { integerDigits: 12, decimals: 6 });
  return new Decimal(text).toSignificantDigits(15, Decimal.ROUND_HALF_UP).toFixed();
}
