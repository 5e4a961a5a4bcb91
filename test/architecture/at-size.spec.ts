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

  it('never copies a group to add one to it: that is quadratic', () => {
    expect(found(/\.set\([^\n]*\[\.\.\.\(?[^\n]*\.get\([^\n]*\?\? \[\]\), \w+\]/g)).toEqual([]);
  });

  it('takes no lock of a session: a pooler in transaction mode gives the next statement another session', () => {
    expect(found(/pg_(?:try_)?advisory_(?:un)?lock\(/g).filter((one) => !one.startsWith(MIGRATIONS))).toEqual([]);
  });
});

/** Each is bounded by its input, which is read in sets of some hundred. */
const allowed = [
  'libs/server/src/commitments/ledger-entry.ts:',
  // Cells of one form, of which there are some hundred.
  'libs/server/src/lights/enter-pace.service.ts:',
];
/** They run on a connection of their own, past any pooler. */
const MIGRATIONS = 'libs/platform/src/db/data-source.ts:';
