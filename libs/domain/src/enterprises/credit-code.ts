import { Refusal } from '../refusal/index.js';

/** The 31 symbols of GB 32100-2015: no I, O, S, V, Z. */
const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714 counts over all 36 of 0-9A-Z, another alphabet than the one around it. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** As a person types or a sheet holds it: full width, lower case, spaces and hyphens are forgiven. */
export const normaliseCreditCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF\p{Pd}]/gu, '')
    .toUpperCase();

/**
 * The symbol that belongs in position 18 behind the first 17, or null where those hold a foreign symbol (GB 32100-2015
 * §4.5).
 */
export function creditCodeCheckSymbol(first17: string): string | null {
  let total = 0;
  for (let i = 0; i < 17; i += 1) {
    const value = symbols.indexOf(first17.charAt(i));
    if (value < 0 || first17.charAt(i) === '') return null;
    total += value * weights[i]!;
  }
  return symbols.charAt((31 - (total % 31)) % 31);
}

/** The ninth symbol of an organisation code (positions 9 to 17 of the credit code): GB 11714, 10 is X and 11 is 0. */
export function organisationCheckSymbol(first8: string): string {
  const total = organisationWeights.reduce((sum, weight, i) => sum + weight * Number.parseInt(first8.charAt(i), 36), 0);
  const digit = 11 - (total % 11);
  return digit === 10 ? 'X' : digit === 11 ? '0' : String(digit);
}

export type CreditCodeFault = 'length' | 'symbol' | 'check-digit' | 'organisation-digit';

/**
 * Reads a unified social credit code 统一社会信用代码 and gives it back normalised. Every fault is `uscc.check`; facts say
 * which
 * (`reason`), at which position counting from 1 (of a wrong length: the first that is missing or too many), and what
 * was expected there. A 15-digit licence number
 * of before 2015 is a fault of length.
 * A register may show a code that fails here: recording it needs the override that names who saw it, outside this rule.
 */
export function creditCode(input: unknown): string {
  if (typeof input !== 'string') throw fault('length', { position: 1, length: 0, expected: 18 });
  const code = normaliseCreditCode(input);
  const length = [...code].length;
  if (length !== 18) throw fault('length', { position: Math.min(length, 18) + 1, length, expected: 18 });
  const foreign = [...code].findIndex((symbol) => !symbols.includes(symbol));
  if (foreign >= 0) throw fault('symbol', { position: foreign + 1 });
  const expected = creditCodeCheckSymbol(code)!;
  if (code.charAt(17) !== expected) throw fault('check-digit', { position: 18, expected });
  const organisation = organisationCheckSymbol(code.slice(8, 16));
  if (code.charAt(16) !== organisation) throw fault('organisation-digit', { position: 17, expected: organisation });
  return code;
}

const fault = (reason: CreditCodeFault, facts: Record<string, string | number>): Refusal =>
  new Refusal('uscc.check', { reason, ...facts });
