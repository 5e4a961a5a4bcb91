import { Decimal as AnyDecimal } from 'decimal.js';
import { Refusal } from '../refusal/index.js';

/**
 * The only number type for money, area and what follows from them. 80 significant digits: a product of three stored
 * values
 * (18 digits each) and any sum of them stays exact; only a division is ever cut, far beyond what is stored or shown.
 * Half up is the way of showing (docs/domain.md, rounding); nothing is rounded before.
 */
export const Decimal = AnyDecimal.clone({
  precision: 80,
  rounding: AnyDecimal.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
});
export type Decimal = AnyDecimal;

/**
 * A decimal as it stands on the wire and in a `numeric(18,6)` column, or as a rule computed it. Never a JavaScript
 * number.
 */
export type Amount = string | Decimal;

export const decimal = (amount: Amount): Decimal => new Decimal(amount);

/** The plain text of a decimal: no exponent, no trailing zeros ("989.550000" → "989.55"). */
export const plain = (amount: Amount): string => decimal(amount).toFixed();

export const sum = (amounts: Iterable<Amount>): Decimal => {
  let total = new Decimal(0);
  for (const amount of amounts) total = total.plus(amount);
  return total;
};

const decimalShape = /^\d{1,12}(\.\d{1,6})?$/;
const plainNumber = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const wide = /[\uFF10-\uFF19\uFF0C\uFF0E]/g;

/** Full-width digits, comma and dot to ASCII; nothing else is touched. */
export const narrowDigits = (text: string): string => text.replace(wide, (sign) => sign.normalize('NFKC'));

/**
 * Reads one decimal of the wire: at most 12 digits before and 6 after the point, no sign, no exponent, no grouping, no
 * unit, no spaces.
 * Full-width digits are read and come back normalised. `decimal.format`: not a decimal. `decimal.range`: a decimal, but
 * negative or too large.
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
 * Half up, to a fixed number of places: "669.9980" is `roundForShow(x, 4)`. For showing only; compare and store what
 * comes in.
 */
export const roundForShow = (amount: Amount, places: number): string =>
  decimal(amount).toFixed(places, Decimal.ROUND_HALF_UP);

/**
 * A spreadsheet keeps doubles and shows 15 significant digits: 79.93000000000001 was typed as 79.93. Takes what the
 * cell holds
 * and gives back what the office typed. Refuses what is no finite number: `decimal.format`.
 */
export function withoutFloatNoise(cell: number | string): string {
  const text = String(cell).trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text))
    throw new Refusal('decimal.format', { integerDigits: 12, decimals: 6 });
  return new Decimal(text).toSignificantDigits(15, Decimal.ROUND_HALF_UP).toFixed();
}
