import { existsSync } from 'node:fs';
import { posix, relative } from 'node:path';
import { promisedIndicators } from '@crm/domain/standards';
import ts from 'typescript';
import { firstEn } from '../../apps/web/src/app/words/first.en.js';
import { firstZh } from '../../apps/web/src/app/words/first.zh.js';
import { furtherEn } from '../../apps/web/src/app/words/further.en.js';
import { furtherZh } from '../../apps/web/src/app/words/further.zh.js';
import { showcaseEn } from '../../apps/web/src/showcase/showcase.en.js';
import { showcaseZh } from '../../apps/web/src/showcase/showcase.zh.js';
import { flat, type MessageTree } from '../../apps/web/src/i18n/shape.js';
import { usesIn, type Use } from './message-keys.js';
import { textOf } from './source-files.js';

type Book = ReadonlySet<string>;
const keysOf = (tree: MessageTree): Book => new Set(Object.keys(flat(tree)));
const first = keysOf(firstZh);
/** The keys of each room that are loaded with its pages. */
const rooms = new Map<string, { readonly zh: Book; readonly en: Book }>();
/** All keys of a language, and what they begin with; filled before the first check. */
const books = { zh: new Set<string>(), en: new Set<string>() };
const roots = new Set<string>();

async function loadBooks(): Promise<void> {
  for (const room of Object.keys(furtherZh) as (keyof typeof furtherZh)[])
    rooms.set(room, { zh: keysOf(await furtherZh[room]()), en: keysOf(await furtherEn[room]()) });
  rooms.set('showcase', { zh: keysOf(showcaseZh), en: keysOf(showcaseEn) });
  const trees = { zh: first, en: keysOf(firstEn) };
  for (const locale of ['zh', 'en'] as const)
    for (const key of [trees[locale], ...[...rooms.values()].map((room) => room[locale])].flatMap((keys) => [...keys]))
      books[locale].add(key);
  for (const key of books.zh) roots.add(key.split('.')[0]!);
}

/** These look like labels but are rules of reminders. */
const notWords = new Set(['actuals.missing']);
/** Keys with a part that no type lists. */
const open: Readonly<Record<string, string>> = {
  'audit.column.*': 'any column; trail-words.spec.ts has a word for each, as for the five below',
  'audit.columnOf.*.*': 'a column that a table means otherwise',
  'audit.ended.*': 'why a session ended, as it is stored',
  'audit.fact.*': 'a fact of an act',
  'audit.route.*': 'any route',
  'audit.subject.*': 'any table and resource',
  'audit.why.*': 'why a sign-in was refused',
  'errors.*': 'the code of a refusal comes from the server; refusals.spec.ts has a sentence for each',
  'errors.status.*': 'the status of an answer without a problem document; the page falls back to errors.unknown',
  'resources.*.fields.*': 'a field that two people changed is shown by its own name if it has no label',
};

/** A group whose labels are used elsewhere: `overview.groups`. */
const isBranch = (key: string, book: Book): boolean => [...book].some((one) => one.startsWith(`${key}.`));

const unsaid = (uses: readonly Use[], book: Book): string[] =>
  uses
    .filter(
      ({ key, translated }) =>
        !notWords.has(key) && !book.has(key) && !(key in open) && (translated || !isBranch(key, book)),
    )
    .map(({ key, at }) => `${at} ${key}`);

/** The files loaded before further labels arrive: static imports, and lazy ones without `worded`. */
function reachedFrom(entry: string): string[] {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    const file = [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx'), path].find((one) => existsSync(one));
    if (!file || reached.has(file) || !/\.tsx?$/.test(file) || /\/i18n\//.test(file)) return;
    reached.add(file);
    const source = textOf(file);
    for (const [, from = ''] of [
      ...source.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm),
      ...source.matchAll(/\blazy\(\(\) => import\('(\.[^']+)'\)/g),
    ])
      visit(posix.join(posix.dirname(file), from));
  };
  visit(entry);
  return [...reached];
}

/** apps/web as the compiler reads it: its types say which values a template can insert. */
function webUses(): Map<string, Use[]> {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile('apps/web/tsconfig.json', {}, host)!;
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const pages = program
    .getSourceFiles()
    .map((file) => ({ file, path: relative(process.cwd(), file.fileName) }))
    .filter(
      ({ path }) => path.startsWith('apps/web/src/') && !/\.spec\.tsx?$|\.(zh|en)\.ts$|\/app\/words\//.test(path),
    );
  return new Map(pages.map(({ file, path }) => [path, usesIn(file, path, checker, roots)]));
}

/** One page of a few lines, with the declarations its code needs. */
function usesOf(source: string): Use[] {
  const path = 'page.tsx';
  const text = `declare const kind: 'enforce' | 'waive'; declare const any: string;\n${source}`;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}),
    getSourceFile: (name) => (name === path ? file : undefined),
  };
  const program = ts.createProgram([path], { noLib: true, jsx: ts.JsxEmit.Preserve }, host);
  return usesIn(file, path, program.getTypeChecker(), roots);
}

const WORDED = /\bworded\(\s*\(\) => import\('(\.[^']+)'\)((?:,\s*(?:'[\w-]+'|\.\.\.\w+))*),?\s*\)/g;
const quoted = (text: string): string[] => [...text.matchAll(/'([\w-]+)'/g)].map(([, room = '']) => room);

/** The pages that a file loads with `worded`, and the rooms it names for each, also as a list (`...ROOMS`). */
function wordedIn(path: string): { page: string; named: string[] }[] {
  const text = textOf(path);
  const listed = (name: string): string[] =>
    quoted(new RegExp(`\\bconst ${name} = \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '');
  return [...text.matchAll(WORDED)].map(([, from = '', named = '']) => ({
    page: posix.join(posix.dirname(path), from),
    named: [...quoted(named), ...[...named.matchAll(/\.\.\.(\w+)/g)].flatMap(([, name = '']) => listed(name))],
  }));
}

describe('every word a page names', () => {
  let pages: Map<string, Use[]>;
  let uses: Use[];
  beforeAll(async () => {
    await loadBooks();
    pages = webUses();
    uses = [...pages.values()].flat();
  }, 600_000);

  it('is looked for where there are many', () => {
    expect(uses.length).toBeGreaterThan(3_000);
    // A template with a union is one use for each of its members.
    expect(uses.map(({ key }) => key)).toEqual(
      expect.arrayContaining(promisedIndicators.map((indicator) => `indicators.name.${indicator}`)),
    );
  });

  it('has no part that no type lists, but for the named ones', () =>
    expect([...new Set(uses.map(({ key }) => key))].filter((key) => key.includes('*')).sort()).toEqual(
      Object.keys(open).sort(),
    ));

  it.each(['zh', 'en'] as const)('is said in %s', (locale) => expect(unsaid(uses, books[locale])).toEqual([]));

  /** What the page says and its files reach; a refusal's sentence is loaded before the refusal is thrown. */
  const saidFrom = (entry: string): Use[] =>
    reachedFrom(entry)
      .flatMap((path) => pages.get(path) ?? [])
      .filter(({ key }) => !key.startsWith('errors.'));

  it('is among the first words wherever a page is drawn before the others are fetched', () => {
    const early = reachedFrom('apps/web/src/main.tsx');
    expect(early).toEqual(
      expect.arrayContaining([
        'apps/web/src/leads/LeadList.tsx',
        'apps/web/src/access/LoginPage.tsx',
        'apps/web/src/frame/AppFrame.tsx',
      ]),
    );
    expect(early).not.toContain('apps/web/src/contract-page/ContractPage.tsx');
    expect(unsaid(saidFrom('apps/web/src/main.tsx'), first)).toEqual([]);
  });

  it('is loaded with the page that says it, and no room is loaded for nothing', () => {
    const found = [...pages.keys()].flatMap(wordedIn);
    expect(found.length).toBeGreaterThan(40);
    const wrong = found.flatMap(({ page, named }) => {
      const said = saidFrom(page);
      const loaded = new Set([...first, ...named.flatMap((room) => [...(rooms.get(room)?.zh ?? [])])]);
      return [
        ...unsaid(said, loaded).map((missing) => `${page} does not load ${missing}`),
        ...named
          .filter((room) => !said.some(({ key }) => rooms.get(room)?.zh.has(key)))
          .map((room) => `${page} loads ${room} for nothing`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ["translate('decisions.moved')", ['decisions.moved']],
    ["translate(late ? 'progress.title' : 'progress.gone')", ['progress.gone']],
    ['translate(`decisions.kindOf.${kind}`)', ['decisions.kindOf.enforce', 'decisions.kindOf.waive']],
    ["translate(`decisions.kind.${kind as 'enforce' | 'forgive'}`)", ['decisions.kind.forgive']],
    ['translate(`decisions.kind.${any}`)', ['decisions.kind.*']],
    ['translate(`${kind}.title`)', ['enforce.title', 'waive.title']],
    ["const room = { label: 'lights.heading' }", ['lights.heading']],
    ['<Head name="overview.nowhere" unit="parts.unit.wan" />', ['overview.nowhere']],
    ["translate('untold')", ['untold']],
    ["translate('decisions.kind')", ['decisions.kind']],
    ["translate('decisions.kindLabel')", []],
    ['translate(`decisions.kind.${kind}`)', []],
  ])('one that nobody says is found: %s', (source, found) => {
    expect(unsaid(usesOf(source), books.zh).map((line) => line.split(' ')[1])).toEqual(found);
  });
});
