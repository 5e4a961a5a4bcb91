import { Refusal } from '../refusal/index.js';

/** The 31 symbols of GB 32100-2015, without I, O, S, V, Z. */
const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714 counts over all 36 symbols 0-9A-Z, unlike the credit code around it. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Normalises a typed or imported code: full width, lower case, spaces and hyphens are accepted. */
export const normaliseCreditCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF\p{Pd}]/gu, '')
    .toUpperCase();

/**
 * The check symbol for position 18, from the first 17 symbols (GB 32100-2015 §4.5). null if one of them is not allowed.
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

/** The check symbol of an organisation code (positions 9 to 17 of the credit code) by GB 11714: 10 is X, 11 is 0. */
export function organisationCheckSymbol(first8: string): string {
  const total = organisationWeights.reduce((sum, weight, i) => sum + weight * Number.parseInt(first8.charAt(i), 36), 0);
  const digit = 11 - (total % 11);
  return digit === 10 ? 'X' : digit === 11 ? '0' : String(digit);
}

export type CreditCodeFault = 'length' | 'symbol' | 'check-digit' | 'organisation-digit';

/**
 * Reads a unified social credit code 统一社会信用代码 and returns it normalised. Every fault is refused as `uscc.check`. The
 * facts give the `reason`, the position (from 1; for a wrong length the first missing or extra one) and the expected
 * symbol. A 15-digit licence number from before 2015 has the wrong length. The register may contain codes that fail
 * here; the caller may record one with an override that names who saw it.
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

/** Whether only a check symbol of a code is wrong: then a person may have seen it in the register. */
export function failsCheckOnly(typed: string): boolean {
  const code = normaliseCreditCode(typed);
  if (code.length !== 18 || ![...code].every((symbol) => symbols.includes(symbol))) return false;
  return (
    code.charAt(17) !== creditCodeCheckSymbol(code) || code.charAt(16) !== organisationCheckSymbol(code.slice(8, 16))
  );
}

const fault = (reason: CreditCodeFault, facts: Record<string, string | number>): Refusal =>
  new Refusal('uscc.check', { reason, ...facts });
