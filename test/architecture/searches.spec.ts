import { filesBelow, textOf } from './source-files.js';

const files = ['libs/server/src', 'libs/platform/src', 'apps/api/src', 'apps/worker/src']
  .flatMap((floor) => filesBelow(floor, /\.ts$/))
  .filter((path) => !/spec\.ts$|\.example\.ts$|\/migrations\//.test(path));
const having = (pattern: RegExp): string[] => files.filter((path) => pattern.test(textOf(path)));

/** What a person types is text: `%` and `_` are letters; width, case, spaces and hidden characters do not count. */
describe('a search in SQL', () => {
  it('is searched in one way: by data-access/searching.ts and what is built on it', () =>
    expect([...having(/\bILIKE\b|~\*|\bSIMILAR TO\b/i), ...having(/\bstrpos\(/)]).toEqual(Object.keys(searching)));

  it('binds the beginning of a text through startingWith()', () =>
    expect(having(/\bLIKE (?:\?|\$\d)/i).filter((path) => !/\bstartingWith\(/.test(textOf(path)))).toEqual([]));

  it('binds no pattern of its own making', () =>
    expect(having(/`%?\$\{[^`]*\}%`/).filter((path) => path !== 'libs/platform/src/db/where.ts')).toEqual([]));
});

/** Each with what it looks for. */
const searching: Readonly<Record<string, string>> = {
  'libs/server/src/data-access/searching.ts': 'the one way',
  'libs/server/src/enterprises/matching-text.ts': 'names of punctuation alone, as they are written',
  'libs/server/src/leads/duplicates.ts': 'how many pairs of a name another name has',
};
