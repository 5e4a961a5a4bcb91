import { matchingProjectName } from '@crm/domain/enterprises';
import type { Condition } from '../data-access/index.js';

/** The pairs of neighbouring characters of a text, like the SQL function `bigrams`. */
export function bigramsOf(text: string): string[] {
  const characters = [...text];
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}

/**
 * A normalised text (`folded` in SQL) that contains the typed text: its pairs use the index, and strpos checks the
 * order.
 */
export function textContaining(column: string, typed: string): Condition {
  const folded = matchingProjectName(typed);
  const pairs = bigramsOf(folded);
  return pairs.length > 0
    ? [`bigrams(${column}) @> ?::text[] AND strpos(${column}, ?) > 0`, pairs, folded]
    : [`strpos(${column}, ?) > 0`, folded];
}

/** Whether the index of pairs serves what was typed. */
export const isIndexed = (typed: string): boolean => bigramsOf(matchingProjectName(typed)).length > 0;

const LATIN = /^[a-z0-9]+$/;
const CODE = /^[0-9a-z]{4,18}$/;

/**
 * The condition of a search box on the enterprise `alias`: part of the name, or the beginning of pinyin, initials or
 * credit code.
 */
export function enterpriseMatching(alias: string, typed: string): Condition {
  const [named, ...values] = textContaining(`${alias}.search_name`, typed);
  const latin = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '');
  if (!LATIN.test(latin)) return [named, ...values];
  const conditions = [`(${named})`, `${alias}.initials LIKE ?`, `${alias}.pinyin LIKE ?`];
  values.push(`${latin}%`, `${latin}%`);
  if (CODE.test(latin)) {
    conditions.push(`${alias}.credit_code LIKE ?`);
    values.push(`${latin.toUpperCase()}%`);
  }
  return [conditions.join(' OR '), ...values];
}
