import { matchingProjectName } from '@crm/domain/enterprises';
import type { Condition } from '../data-access/index.js';

/** The pairs of neighbouring characters of a text, as the SQL function `bigrams` makes them. */
export function bigramsOf(text: string): string[] {
  const characters = [...text];
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}

/**
 * A folded text (`folded` in SQL) that contains what was typed: by its pairs through the index, the order proven by
 * strpos.
 */
export function textContaining(column: string, typed: string): Condition {
  const folded = matchingProjectName(typed);
  const pairs = bigramsOf(folded);
  return pairs.length > 0
    ? [`bigrams(${column}) @> ?::text[] AND strpos(${column}, ?) > 0`, pairs, folded]
    : [`strpos(${column}, ?) > 0`, folded];
}

const LATIN = /^[a-z0-9]+$/;
const CODE = /^[0-9a-z]{4,18}$/;

/**
 * The condition a search box means, on the enterprise `alias`: part of the name, the beginning of its pinyin or
 * initials, or of its credit code.
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
