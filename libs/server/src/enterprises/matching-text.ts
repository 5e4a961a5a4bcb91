import { foldedText } from '@crm/domain/texts';
import { anyContains, startingWith, textContaining, type Condition, type Planned } from '../data-access/index.js';
import { SPELT_LETTERS } from './pinyin-of.js';

const LATIN = /^[a-z0-9]+$/;
const CODE = /^[0-9a-z]{4,18}$/;

/**
 * The condition of a search box on the enterprise `alias`: part of its current or a former name, the beginning of
 * pinyin or initials at any word, or the beginning of the credit code.
 */
export const enterpriseMatching = (alias: string, typed: string, planned: Planned = 'anew'): Condition =>
  enterpriseBy(alias, typed, textContaining(`${alias}.search_name`, typed, planned));

/**
 * The same on rows that another condition or a join has already found: some thousand stored texts are read faster than
 * the index of all enterprises is asked, of which a usual word finds tens of thousands.
 */
export const enterpriseInRow = (alias: string, typed: string): Condition =>
  enterpriseBy(alias, typed, inRow(`${alias}.search_name`, typed));

/** A normalised text that contains the typed one, without an index. */
export const inRow = (column: string, typed: string): Condition => [`strpos(${column}, ?) > 0`, foldedText(typed)];

function enterpriseBy(alias: string, typed: string, [named, ...values]: Condition): Condition {
  // Punctuation alone (`%`, `_`) is searched in the name as written.
  if (foldedText(typed) === '') return [`strpos(${alias}.name, ?) > 0`, typed.trim()];
  const latin = foldedText(typed);
  if (!LATIN.test(latin)) return [named, ...values];
  const conditions = [`(${named})`, `array_to_tsvector(string_to_array(${alias}.spellings, ' ')) @@ ?::tsquery`];
  values.push(`'${latin.slice(0, SPELT_LETTERS)}':*`);
  if (CODE.test(latin)) {
    conditions.push(`${alias}.credit_code LIKE ?`);
    values.push(startingWith(latin.toUpperCase()));
  }
  return [conditions.join(' OR '), ...values];
}

/** Aliases of the contract, its enterprise and its project; an alias is left out if the statement has no such table. */
interface ContractAliases {
  readonly enterprise?: string;
  readonly project?: string;
  readonly contract?: string;
}

/**
 * One search for all lists of contracts and their records: enterprise, project, number. Each is looked up by its own
 * index, since none covers several tables, and a condition on the joined rows would fold every text anew.
 */
export function contractMatching(typed: string, aliases: ContractAliases): Condition {
  const found = (Object.keys(aliases) as (keyof ContractAliases)[]).map((name): Condition => {
    const [table, condition] = LOOKED_UP[name];
    const [matching, ...values] = condition(typed);
    return [`${aliases[name]}.id IN (SELECT q.id FROM ${table} q WHERE ${matching})`, ...values];
  });
  return [found.map(([sql]) => sql).join(' OR '), ...found.flatMap(([, ...values]) => values)];
}

/** The normalised texts; punctuation alone is searched as it is typed. */
const LOOKED_UP: Readonly<Record<keyof ContractAliases, readonly [table: string, (typed: string) => Condition]>> = {
  enterprise: ['enterprise', (typed) => enterpriseMatching('q', typed)],
  project: [
    'investment_project',
    (typed) => (foldedText(typed) === '' ? anyContains(['q.name'], typed) : textContaining('q.match_name', typed)),
  ],
  contract: [
    'contract',
    (typed) =>
      foldedText(typed) === '' ? anyContains(['q.number'], typed) : textContaining('folded(q.number)', typed),
  ],
};
