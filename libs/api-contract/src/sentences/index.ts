import { en } from './en.js';
import { zh } from './zh.js';

export type Locale = 'zh' | 'en';
const books: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { zh, en };

export const knownCodes = Object.keys(zh);

/** The sentence for a code in the reader's language; facts fill its braces (64 characters of what a person typed at most). */
export function sentenceFor(code: string, facts: Readonly<Record<string, unknown>>, locale: Locale): string {
  const pattern = books[locale][code] ?? books[locale]['request.malformed'] ?? code;
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '').slice(0, 64));
}

export const bookOf = (locale: Locale): Readonly<Record<string, string>> => books[locale];
