import { foldedText } from '@crm/domain/texts';
import type { Condition } from './reaching.js';

/** The pairs of neighbouring characters of a text, like the SQL function `bigrams`. */
export function bigramsOf(text: string): string[] {
  const characters = [...text];
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}

/**
 * How a search is planned. `anew`: for the typed text, whose frequency PostgreSQL estimates. `once`: for any text, by
 * hiding it from the estimate; the plan then looks every match up in the index, and is kept.
 */
export type Planned = 'anew' | 'once';

/**
 * A normalised text (`folded` in SQL) that contains the typed text: its pairs use the index, and strpos checks the
 * order. Punctuation alone is in no name.
 */
export function textContaining(column: string, typed: string, planned: Planned = 'anew'): Condition {
  const folded = foldedText(typed);
  if (folded === '') return ['false'];
  const pairs = bigramsOf(folded);
  const sought = planned === 'once' ? '(SELECT ?::text[])' : '?::text[]';
  return pairs.length > 0
    ? [`bigrams(${column}) @> ${sought} AND strpos(${column}, ?) > 0`, pairs, folded]
    : [`strpos(${column}, ?) > 0`, folded];
}

/** Whether the index of pairs can be used for the typed text. */
export const isIndexed = (typed: string): boolean => bigramsOf(foldedText(typed)).length > 0;

/**
 * Any of the columns contains the typed text. As for names, width, case, spaces, brackets and hidden characters do not
 * count. For tables without an index of pairs. Punctuation alone is searched as it is.
 */
export function anyContains(columns: readonly string[], typed: string): Condition {
  const folded = foldedText(typed);
  const conditions = columns.map((column) => `strpos(${folded === '' ? column : `folded(${column})`}, ?) > 0`);
  return conditions.length > 0 ? [conditions.join(' OR '), ...columns.map(() => folded || typed)] : ['false'];
}
