import { recordOf } from '@crm/api-contract/audit';
import { allRoutes } from '@crm/api-contract/catalogue';
import { tables } from '@crm/server/tables';
import { furtherEn } from '../../apps/web/src/app/words/further.en.js';
import { furtherZh } from '../../apps/web/src/app/words/further.zh.js';
import { flat } from '../../apps/web/src/i18n/shape.js';
import { untold } from '../trail/untold.js';
import { filesBelow, textOf } from './source-files.js';

/** Read from the code that stores them: a session ends for one of these reasons. */
const endings = (): string[] =>
  filesBelow('libs/server/src', /\.ts$/)
    .filter((path) => !/spec\.ts$/.test(path))
    .flatMap((path) => [
      ...textOf(path).matchAll(
        /ended_because = '([^']+)'|end(?:All)?Sessions?\([^)]*?, '([^']+)'|(?:THEN|ELSE) '(too old|idle)'/g,
      ),
    ])
    .map((found) => (found[1] ?? found[2] ?? found[3]) as string);

describe.each([
  ['zh', furtherZh],
  ['en', furtherEn],
] as const)('the trail in the words of its reader: %s', (_locale, further) => {
  let said: ReadonlySet<string>;
  beforeAll(async () => void (said = new Set(Object.keys(flat(await further.audit())))));
  const without = (keys: readonly string[]) => [...new Set(keys)].filter((key) => !said.has(key));

  it('says every column that is told', () => {
    const told = tables.filter(({ name }) => !(name in untold));
    expect(told.length).toBeGreaterThan(50);
    const columns = told.flatMap(({ named }) => [...named.values()].map(({ column }) => `audit.column.${column}`));
    expect(without(columns)).toEqual([]);
  });

  it('says every table, and what every route is about', () => {
    const about = [
      ...tables.filter(({ name }) => !(name in untold)).map(({ name }) => name),
      ...allRoutes.map(({ contract }) => recordOf(contract, {}).subject),
      'many',
    ];
    expect(without(about.map((subject) => `audit.subject.${subject}`))).toEqual([]);
  });

  it('says what every route does', () =>
    expect(without(allRoutes.map(({ name }) => `audit.route.${name}`))).toEqual([]));

  it('says why a session ended', () => {
    const because = endings();
    expect(because.length).toBeGreaterThan(5);
    expect(without(because.map((one) => `audit.ended.${one.replaceAll(' ', '-')}`))).toEqual([]);
  });
});
