import { dirname, posix } from 'node:path';
import { filesBelow, textOf } from './source-files.js';

/** Rules whose room is still to come; only their specs call them until then. */
const coming: Readonly<Record<string, readonly string[]>> = {
  'lead progress': ['leadProgress', 'stageAge', 'defaultPoolTerms'],
  quotas: ['screenAgainstQuota', 'admitToQuota', 'quotaKinds'],
  'visit quota': ['visitQuota', 'defaultVisitsPerWeek'],
  'working-day rules': ['isWorkingDay', 'mayAskExtension'],
};

/** Rules that only specs call, each with its reason. */
const forSpecs: Readonly<Record<string, string>> = {
  checkSheet: 'the whole sheet at once, where the import reads it row by row',
  defaultCheckUp: 'what a migration inserts is held against it',
  defaultPolicies: 'what a migration inserts is held against it',
  instructionsFrom: 'what the import asks of a person, taken as found',
  portfolioPerMu: 'the SQL of the board is held against it',
  reachable: 'every lifecycle is held against it',
  totalsOf: 'the SQL of what is missed is held against it',
};

const isSpec = (path: string): boolean => /\.(spec|db-spec|example)\.tsx?$/.test(path);
const code = ['libs', 'apps']
  .flatMap((folder) => filesBelow(folder, /\.(ts|tsx|mjs)$/))
  .filter((path) => !isSpec(path));
const doors = filesBelow('libs', /^index\.ts$/).filter((path) => /^libs\/[^/]+\/src\/[^/]+\/index\.ts$/.test(path));

const IMPORT = /(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s*'([^']+)';/g;
const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map(
      (name) =>
        name
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0] as string,
    )
    .filter(Boolean);

/** `domain/leads`: the room whose door an import goes through, if it is a rule's. */
function doorOf(path: string, target: string): string | undefined {
  const named = /^@crm\/(domain\/[\w-]+)$/.exec(target)?.[1];
  if (named || !target.startsWith('.')) return named;
  return /^libs\/(domain)\/src\/([\w-]+)\/index\.js$/
    .exec(posix.join(dirname(path), target))
    ?.slice(1)
    .join('/');
}

describe('the door of a room', () => {
  it('names what it offers', () => {
    expect(doors.filter((path) => /^export \* /m.test(textOf(path)))).toEqual([]);
  });

  it('offers the rules that other code uses, and the examples that specs share', () => {
    const used = new Set(
      code.flatMap((path) =>
        [...textOf(path).matchAll(IMPORT)].flatMap(([, list = '', target = '']) => {
          const door = doorOf(path, target);
          return door ? namesIn(list).map((name) => `${door} ${name}`) : [];
        }),
      ),
    );
    const known = new Set([...Object.values(coming).flat(), ...Object.keys(forSpecs)]);
    const faults = doors
      .filter((path) => path.startsWith('libs/domain/'))
      .flatMap((path) =>
        [...textOf(path).matchAll(/export \{([^}]*)\} from '([^']+)';/g)]
          .filter(([, , from = '']) => !/\.example\.js$/.test(from))
          .flatMap(([, list = '']) => namesIn(list.replaceAll(/\btype \w+/g, '')))
          .filter((name) => !known.has(name) && !used.has(`domain/${path.split('/')[3]} ${name}`))
          .map((name) => `${path} ${name}`),
      );
    expect(faults).toEqual([]);
  });
});

describe('a rule of the domain', () => {
  it('is called by more than its specs', () => {
    const words = new Map<string, number>();
    const texts = code.map((path) => [path, textOf(path).replaceAll(IMPORT, '')] as const);
    for (const [, text] of texts)
      for (const [word] of text.matchAll(/\b[A-Za-z_]\w*\b/g)) words.set(word, (words.get(word) ?? 0) + 1);
    const known = new Set([...Object.values(coming).flat(), ...Object.keys(forSpecs)]);
    const faults = texts
      .filter(([path]) => path.startsWith('libs/domain/'))
      .flatMap(([path, text]) =>
        [...text.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)]
          .map(([, name = '']) => name)
          .filter((name) => words.get(name) === 1 && !known.has(name))
          .map((name) => `${path} ${name}`),
      );
    expect(faults).toEqual([]);
  });
});
