import { filesBelow, textOf } from './source-files.js';

/** Statements that a table's description cannot write, each with its reason. */
const writtenByHand: Readonly<Record<string, string>> = {
  'libs/server/src/access/api-keys.service.ts': 'a call adds to the calls there are',
  'libs/server/src/access/rate-limits.service.ts': 'a call adds to the calls there are',
  'libs/server/src/access/session.store.ts': 'the spent token is that of the row',
  'libs/server/src/access/sign-in-attempts.ts': 'a guess adds to the guesses there are',
  'libs/server/src/due/due.jobs.ts': 'rows follow from a list of ids, or from other rows',
  'libs/server/src/imports/imports.store.ts': 'the rows of a workbook come as one JSON text',
  'libs/server/src/reminders/occurrences.store.ts':
    'the instant of each reminder is computed in the zone of the office',
};

/** Where the end of a version is written in SQL, each with its reason. */
const endedByHand: Readonly<Record<string, string>> = {
  'libs/server/src/supplements/ledger-supplements.ts': 'an import that is taken back opens again what it had ended',
};

const files = filesBelow('libs/server/src', /\.ts$/).filter(
  (path) => !/\.(spec|db-spec|example)\.ts$/.test(path) && !path.includes('/migrations/'),
);
const having = (pattern: RegExp): string[] => files.filter((path) => pattern.test(textOf(path)));

describe('statements', () => {
  it('a row is inserted by the description of its table', () => {
    expect(having(/\bINSERT INTO\b/)).toEqual(Object.keys(writtenByHand).sort());
  });

  it('a version ends through `supersede` or at the instant of a turn', () => {
    expect(having(/\bSET\s+(?:[^;`]*,\s*)?known_to\s*=/)).toEqual(Object.keys(endedByHand).sort());
  });

  it('nobody counts values: more than six are bound by `Where` or by a table', () => {
    expect(having(/\$(?:[7-9]|[1-9]\d)\b/)).toEqual([]);
  });

  it('no table is named in a call where its description is meant', () => {
    expect(having(/\b(?:changeRecord|writeRecord|supersede|supersedeAll)\(\s*\w+,\s*['"`]/)).toEqual([]);
  });
});
