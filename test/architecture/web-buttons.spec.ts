import { routes } from './web-routes.js';
import { filesBelow, textOf } from './source-files.js';

const WEB = 'apps/web/src/';

/** Changing routes that no button stands for, and why. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  'calendarYears.preview': 'part of the page of a year; saving it is asked about',
  'provincialStandardPreviews.preview': 'the form of a new standard asks; the button that opens it is asked about',
  'reminderRules.preview': 'part of the page of a rule; saving it is asked about',
  'supplements.preview': 'the form of a supplement asks; the button that opens it is asked about',
  'corrections.preview': 'the drawer of a correction asks; the button that opens it is asked about',
  'enterpriseMerges.preview': 'the drawer of a merge asks; the button that opens it is asked about',
  'enterpriseMerges.undoPreview': 'the dialog asks; the button that opens it is asked about',
  'evaluationRounds.readSheet': 'part of the grid; the button that opens it is asked about',
  'contractChecklists.uncheck': 'the same box as `check`',
};

/** A link to where a clause is written, for those who may write one alone; no route asks for it by itself. */
const OTHERWISE = [`${WEB}decisions/Outcomes.tsx`];

const files = filesBelow(WEB, /\.tsx?$/).filter((path) => !/\.spec\.tsx?$/.test(path));

/** The routes that a file names, by the names it imports them under. */
function routesIn(text: string): (pattern: string) => string[] {
  const imported = [...text.matchAll(/import \{([^}]*)\} from '@crm\/api-contract\/routes'/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim().split(/\s+as\s+/))
    .filter(([name]) => name);
  return (pattern) =>
    imported.flatMap(([name = '', local = name]) =>
      [...text.matchAll(new RegExp(pattern.replace('ROUTE', `\\b${local}\\.(\\w+)\\b`), 'g'))].map(
        ([, verb]) => `${name}.${verb}`,
      ),
    );
}

const called = new Map<string, string[]>();
const asked = new Set<string>();
const resources = new Map<string, string>(
  [...textOf(`${WEB}providers/resources.ts`).matchAll(/^ {2}'?([\w-]+)'?(?:: (\w+))?,$/gm)].map(
    ([, name = '', route = name]) => [name, route],
  ),
);
for (const path of files) {
  const text = textOf(path);
  const found = routesIn(text);
  const byResource = [...text.matchAll(/<(CreateBase|CreateDrawer|EditBase)[^>]*?\bresource="([\w-]+)"/g)].map(
    ([, part, resource = '']) => `${resources.get(resource)}.${part === 'EditBase' ? 'update' : 'create'}`,
  );
  for (const name of [...found('ROUTE'), ...byResource]) {
    const { method, needs } = routes.get(name) ?? {};
    // Reading shows a page, and the Gate of the page asks; a download of everything is a button.
    const changes = needs && (method !== 'GET' || needs[0] === 'export');
    if (changes) called.set(name, [...(called.get(name) ?? []), path]);
  }
  // `may(x.y`, `useMay()(x.y`, both branches of `may(a ? x.y : x.z`, and the drawers of the contract’s page.
  for (const [question] of text.matchAll(/\b(?:may|useMay\(\))\((?:[^()]|\([^()]*\))*\)|\bcalls: \w+\.\w+/g))
    for (const name of routesIn(`${text.match(/import[\s\S]*?;\n/g)?.join('') ?? ''}${question}`)('ROUTE'))
      asked.add(name);
}

/** The guard refuses by the declaration of the route; a button asks the same declaration, by `useMay`. */
describe('a button of apps/web that changes something', () => {
  it('is asked about before it is shown', () => {
    const missing = [...called].filter(([name]) => !asked.has(name) && !(name in NOT_ASKED));
    expect(missing.map(([name, paths]) => `${name} (${paths.join(', ')})`)).toEqual([]);
  });

  it('has no exception that nobody needs', () => {
    expect(Object.keys(NOT_ASKED).filter((name) => !called.has(name) || asked.has(name))).toEqual([]);
  });

  it('names its route, not a verb and a subject: only reading and the frame do that', () => {
    const named = files.filter(
      (path) =>
        !path.startsWith(`${WEB}providers/`) &&
        [...textOf(path).matchAll(/(?:useCan|\.can)\('(\w+)'/g)].some(([, action]) => action !== 'read'),
    );
    expect(named).toEqual(OTHERWISE);
  });
});
