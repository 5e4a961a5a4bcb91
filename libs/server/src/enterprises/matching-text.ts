import { matchingProjectName } from '@crm/domain/enterprises';
import type { Condition } from '../data-access/index.js';
import { SPELT_LETTERS } from './pinyin-of.js';

/** The pairs of neighbouring characters of a text, like the SQL function `bigrams`. */
export function bigramsOf(text: string): string[] {
  const characters = [...text];
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}

/**
 * A normalised text (`folded` in SQL) that contains the typed text: its pairs use the index, and strpos checks the
 * order. Punctuation alone is in no name.
 */
export function textContaining(column: string, typed: string): Condition {
  const folded = matchingProjectName(typed);
  if (folded === '') return ['false'];
  const pairs = bigramsOf(folded);
  return pairs.length > 0
    ? [`bigrams(${column}) @> ?::text[] AND strpos(${column}, ?) > 0`, pairs, folded]
    : [`strpos(${column}, ?) > 0`, folded];
}

/** Whether the index of pairs can be used for the typed text. */
export const isIndexed = (typed: string): boolean => bigramsOf(matchingProjectName(typed)).length > 0;

const LATIN = /^[a-z0-9]+$/;
const CODE = /^[0-9a-z]{4,18}$/;

/**
 * The condition of a search box on the enterprise `alias`: part of its current or a former name, the beginning of
 * pinyin or initials at any word, or the beginning of the credit code.
 */
export function enterpriseMatching(alias: string, typed: string): Condition {
  // Punctuation alone (`%`, `_`) is searched in the name as written.
  if (matchingProjectName(typed) === '') return [`strpos(${alias}.name, ?) > 0`, typed.trim()];
  const [named, ...values] = textContaining(`${alias}.search_name`, typed);
  const latin = matchingProjectName(typed);
  if (!LATIN.test(latin)) return [named, ...values];
  const conditions = [`(${named})`, `array_to_tsvector(string_to_array(${alias}.spellings, ' ')) @@ ?::tsquery`];
  values.push(`'${latin.slice(0, SPELT_LETTERS)}':*`);
  if (CODE.test(latin)) {
    conditions.push(`${alias}.credit_code LIKE ?`);
    values.push(`${latin.toUpperCase()}%`);
  }
  return [conditions.join(' OR '), ...values];
}

/**
 * Any of the columns contains the typed text. As for names, width, case, spaces, brackets and hidden characters do not
 * count. For tables without an index of pairs. Punctuation alone is searched as it is.
 */
export function anyContains(columns: readonly string[], typed: string): Condition {
  const folded = matchingProjectName(typed);
  const conditions = columns.map((column) => `strpos(${folded === '' ? column : `folded(${column})`}, ?) > 0`);
  return conditions.length > 0 ? [conditions.join(' OR '), ...columns.map(() => folded || typed)] : ['false'];
}

/** Aliases of the contract, its enterprise and its project; an alias is left out if the statement has no such table. */
interface ContractAliases {
  readonly enterprise?: string;
  readonly project?: string;
  readonly contract?: string;
}

/** One search for all lists of contracts and their records: enterprise, project, number. */
export function contractMatching(typed: string, { enterprise, project, contract }: ContractAliases): Condition {
  const [named, ...values] = enterprise ? enterpriseMatching(enterprise, typed) : ['false'];
  const [plain, ...plainValues] = anyContains(
    [...(project ? [`${project}.name`] : []), ...(contract ? [`${contract}.number`] : [])],
    typed,
  );
  return [`(${named}) OR ${plain}`, ...values, ...plainValues];
}
