import { filesBelow, textOf } from './source-files.js';

/** What works for a hundred rows and breaks for a hundred thousand. */
describe('code that meets many rows', () => {
  const files = ['libs/server/src', 'libs/platform/src', 'apps/api/src', 'apps/worker/src']
    .flatMap((floor) => filesBelow(floor, /\.ts$/))
    .filter((path) => !/\.(spec|db-spec|example)\.ts$/.test(path) && !path.includes('/seed/'));

  const found = (pattern: RegExp): string[] =>
    files.flatMap((path) => [...textOf(path).matchAll(pattern)].map((match) => `${path}: ${match[0].trim()}`));

  it('never spreads an awaited answer into a call: a hundred thousand arguments are a RangeError', () => {
    const spread = found(/\.(?:push|unshift|concat)\(\.\.\.\(?await [^\n]*/g);
    expect(spread.filter((one) => !allowed.some((prefix) => one.startsWith(prefix)))).toEqual([]);
  });

  it('never spreads rows into a call that takes single values', () =>
    expect(
      found(/\bMath\.(?:max|min)\(\.\.\.[^\n]*|String\.from(?:CharCode|CodePoint)\(\.\.\.[^\n]*/g).filter(
        unnamed(fewValues),
      ),
    ).toEqual([]));

  it('reads no list without a limit: a table grows with the zone', () => {
    const unlimited = files.flatMap((path) =>
      [...textOf(path).matchAll(READ)]
        .filter(([, sql = '']) => /\bSELECT\b/.test(sql) && /\bFROM\b|\$\{SELECT\}/.test(sql) && !BOUNDED.test(sql))
        .map(([, sql = '']) => `${path}: ${sql.replace(/\s+/g, ' ').slice(0, 80)}`),
    );
    expect(unlimited.filter(unnamed(wholeReads))).toEqual([]);
    // A reason without a statement is removed.
    expect(Object.keys(wholeReads).filter((path) => !unlimited.some((one) => one.startsWith(`${path}:`)))).toEqual([]);
  });

  it('never copies a group to add one to it: that is quadratic', () => {
    expect(found(/\.set\([^\n]*\[\.\.\.\(?[^\n]*\.get\([^\n]*\?\? \[\]\), \w+\]/g)).toEqual([]);
  });

  it('takes no lock of a session: a pooler in transaction mode gives the next statement another session', () => {
    expect(found(/pg_(?:try_)?advisory_(?:un)?lock\(/g).filter((one) => !one.startsWith(MIGRATIONS))).toEqual([]);
  });
});

type Named = Readonly<Record<string, string>>;
const unnamed = (named: Named) => (one: string) => !(one.split(':')[0]! in named);

/** A statement of many rows: `rows.rows<…>(` with its text. */
const READ = /\.(?:rows|hot)(?:<(?:[^<>()]|<[^<>]*>)*>)?\(\s*(`(?:[^`\\]|\\.)*`|'[^']*')/g;
/** It has a limit, sums up, or names its records. */
const BOUNDED =
  /\bLIMIT\b|\bGROUP BY\b|\bcount\(|\bsum\(|\bRETURNING\b|= ANY ?\(\$|(?<!\$\{)[\w.]+ = \$\d|\bunnest\(\$|_xact_lock|nextval/;

/** Values that are few by their nature. */
const fewValues: Named = {
  'libs/server/src/assessments/assess-contracts.ts': 'the years of one commitment',
  'libs/platform/src/spreadsheet/csv.ts': 'three possible separators',
};

/** What is read as a whole, each with the reason why that is little. */
const wholeReads: Named = {
  'libs/server/src/access/departments.service.ts': 'the departments of one office',
  'libs/server/src/access/people.service.ts': 'the enabled administrators',
  'libs/platform/src/db/table-statements.ts': 'the columns of a table that are equal to given values',
  'libs/server/src/approvals/approvals.service.ts': 'the open cases of one record',
  'libs/server/src/approvals/approvals.store.ts': 'the policy, and the managers who may sign',
  'libs/server/src/assessments/assessment-defaults.service.ts': 'the versions of one setting',
  'libs/server/src/audit/audit.store.ts': 'the heads of sixteen chains',
  'libs/server/src/audit/head-check.ts': 'one place for each of the chains',
  'libs/server/src/audit/personal.ts': 'a page that ends with a whole entry',
  'libs/server/src/audit/segments.ts': 'one for each of the chains and day',
  'libs/server/src/audit/signed-head.ts': 'the heads of a day, one each minute',
  'libs/server/src/commitments/touched-drafts.ts': 'contracts that are not signed yet, for one change of a standard',
  'libs/server/src/configuration/zone-file.ts': 'parks, industries, standards, years and rules',
  'libs/server/src/contracts/checklist.service.ts': 'the clauses of the checklist',
  'libs/server/src/contracts/ledger-entry.ts': 'the parks',
  'libs/server/src/data-access/may-on.ts': 'the records of one page',
  'libs/server/src/enterprises/enterprises.store.ts': 'one enterprise',
  'libs/server/src/imports/books/standards-book.ts': 'the industries',
  'libs/server/src/imports/steps/row-corrections.ts': 'the contracts of the rows that are shown',
  'libs/server/src/imports/imports.store.ts': 'the parks and the industries',
  'libs/server/src/leads/leads.store.ts': 'one lead',
  'libs/server/src/lights/enter-pace.service.ts': 'the subjects of one form',
  'libs/server/src/lights/light-bands.store.ts': 'the versions of one setting',
  'libs/server/src/merging/merge-firms.ts': 'the rows of one enterprise',
  'libs/server/src/parks/industry-chains.service.ts': 'the tree of chains',
  'libs/server/src/parks/take-entries.ts': 'the parks, the industries or the chains',
  'libs/server/src/per-mu-classes/round.view.ts': 'the firms of one round that the actor may see',
  'libs/server/src/per-mu-classes/rounds.service.ts': 'one round a year, and the values of one firm',
  'libs/server/src/progress/check-up-limits.ts': 'the versions of one setting',
  'libs/server/src/progress/check-up.store.ts': 'the projects of a page, or of some hundred units',
  'libs/server/src/progress/four-batches.service.ts': 'the parks and the industries',
  'libs/server/src/progress/land-clocks.ts': 'a page, or some hundred units',
  'libs/server/src/reminders/rules.store.ts': 'the rules',
  'libs/server/src/reminders/withdraw.store.ts': 'what was told of some units',
  'libs/server/src/standards/standards.store.ts': 'the standards',
  'libs/server/src/supplements/ledger-parents.ts': 'the contracts of a set of rows',
};

/** Each is bounded by its input, which is read in sets of some hundred. */
const allowed = [
  'libs/server/src/commitments/ledger-entry.ts:',
  // Cells of one form, of which there are some hundred.
  'libs/server/src/lights/enter-pace.service.ts:',
];
/** They run on a connection of their own, past any pooler. */
const MIGRATIONS = 'libs/platform/src/db/data-source.ts:';
