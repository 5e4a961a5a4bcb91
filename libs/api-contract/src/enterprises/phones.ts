import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const SEVERAL = /[/;；、，,\n]|或/u;
/** 转8001, 分机 8001, ext. 8001, #8001. */
const EXTENSION = /(?:转|分机|ext\.?|x|#)\s*:?\s*(\d{1,6})$/iu;
const DIGITS = /^\+?\d{5,16}$/;

/**
 * The normalised numbers of a typed text: 13800138000, 0898-66778899转8001, +85221234567. A number outside the numbering
 * plan (an internal extension) stays as its digits. null: one of them is no number.
 */
export function phonesIn(typed: string): string[] | null {
  const parts = typed.normalize('NFKC').split(SEVERAL);
  const numbers = parts.map((part) => part.trim()).filter((part) => part !== '');
  const read = numbers.map(phoneOf);
  return read.every((one) => one !== null) ? [...new Set(read)] : null;
}

/** The number without its extension; two contacts are compared by it. */
export const numberOf = (phone: string): string => phone.replace(/转\d+$/u, '');

function phoneOf(typed: string): string | null {
  const extension = EXTENSION.exec(typed)?.[1];
  const digits = typed.replace(EXTENSION, '').replace(/[\s\p{Pd}()]/gu, '');
  if (!DIGITS.test(digits)) return null;
  const number = planned(digits);
  return extension ? `${number}转${extension}` : number;
}

/** By the numbering plan; 86 or 0086 before a complete number is the country code, as +86 is. */
function planned(digits: string): string {
  const abroad = digits.replace(/^00(?=[1-9])/, '+').replace(/^86(?=1\d{10}$|[2-9]\d{9,10}$)/, '+86');
  const number = parsePhoneNumberFromString(abroad, 'CN');
  if (!number?.isValid()) return digits;
  if (number.country !== 'CN') return number.number;
  const [area, ...rest] = number.formatNational().split(' ');
  return area?.startsWith('0') ? `${area}-${rest.join('')}` : number.nationalNumber;
}
