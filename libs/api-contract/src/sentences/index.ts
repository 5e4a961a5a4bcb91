import { factsIn, type Locale } from './amounts.js';
import { en } from './en.js';
import { numbered } from './numbered.js';
import { zh } from './zh.js';

export { numbered };
export type { Locale };
const books: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { zh, en };

const FACT = /\{\w+\}/;

export const knownCodes = Object.keys(zh);

/**
 * The sentence for a code in the reader's language, with the facts in its braces. A text that a person typed is cut at
 * 64 characters; a list of choices is shown in full.
 */
export function sentenceFor(code: string, facts: Readonly<Record<string, unknown>>, locale: Locale): string {
  const pattern = books[locale][code] ?? books[locale]['request.malformed'] ?? code;
  const said = factsIn(code, facts, locale);
  // Before the facts are filled in: what a person typed is not read as a number with its noun.
  const sentence = locale === 'en' ? numbered(pattern, FACT, (fact) => Number(said[fact.slice(1, -1)]) === 1) : pattern;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'choices' ? String(said[name] ?? '') : shortened(String(said[name] ?? '')),
  );
}

const shortened = (text: string): string => (text.length > 64 ? `${text.slice(0, 63)}…` : text);

export const bookOf = (locale: Locale): Readonly<Record<string, string>> => books[locale];
