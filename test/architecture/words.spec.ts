import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { firstEn } from '../../apps/web/src/app/words/first.en.js';
import { firstZh } from '../../apps/web/src/app/words/first.zh.js';
import { furtherEn } from '../../apps/web/src/app/words/further.en.js';
import { furtherZh } from '../../apps/web/src/app/words/further.zh.js';
import { showcaseEn } from '../../apps/web/src/showcase/showcase.en.js';
import { showcaseZh } from '../../apps/web/src/showcase/showcase.zh.js';
import { flat, merged } from '../../apps/web/src/i18n/shape.js';
import { filesBelow, textOf } from './source-files.js';

const books = {
  zh: new Set(Object.keys(flat(merged(firstZh, furtherZh, showcaseZh)))),
  en: new Set(Object.keys(flat(merged(firstEn, furtherEn, showcaseEn)))),
};
const first = new Set(Object.keys(flat(firstZh)));
const roots = new Set([...books.zh].map((key) => key.split('.')[0]!));
const KEY = /^[A-Za-z][\w-]*(\.[\w-]+)+$/;
/** These look like labels but are rules of reminders. */
const notWords = new Set(['actuals.missing']);

interface Use {
  /** The key in the code; `*` for an inserted value. */
  readonly key: string;
  readonly at: string;
  /** Passed to translate() itself, so it must be a label and not a group of labels. */
  readonly translated: boolean;
}

/** The name of a form field looks like a key but is none. */
const isFieldOfForm = (node: ts.Node): boolean =>
  (ts.isJsxAttribute(node) && node.name.getText() === 'source') ||
  (ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    /^(setValue|getValues|useWatch|watch)$/.test(node.expression.text));

/** All texts that name a label: the first argument of translate(…), and any text that begins like a key of a room. */
function usesIn(path: string, source: string): Use[] {
  const file = ts.createSourceFile(
    path,
    source,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const uses: Use[] = [];
  const rooted = (key: string): boolean => roots.has(key.split('.')[0]!);
  const visit = (node: ts.Node, translated: boolean): void => {
    const use = (key: string) =>
      uses.push({ key, translated, at: `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}` });
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (isFieldOfForm(node)) return;
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      (node.expression.text === 'translate' || node.expression.text === 't')
    ) {
      node.arguments.forEach((argument, at) => visit(argument, at === 0));
      return;
    }
    if (ts.isStringLiteralLike(node)) {
      if (translated ? !node.text.includes(' ') : KEY.test(node.text) && rooted(node.text)) use(node.text);
      return;
    }
    if (ts.isTemplateExpression(node)) {
      const key = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('*');
      if ((translated || /^[A-Za-z][\w-]*\./.test(node.head.text)) && rooted(key) && !/[\s/:]/.test(key)) use(key);
      for (const span of node.templateSpans) visit(span.expression, false);
      return;
    }
    // translate(late ? 'a.b' : 'a.c') uses both labels.
    if (translated && ts.isConditionalExpression(node)) {
      visit(node.condition, false);
      visit(node.whenTrue, true);
      visit(node.whenFalse, true);
      return;
    }
    const inner =
      translated && (ts.isParenthesizedExpression(node) || ts.isBinaryExpression(node) || ts.isAsExpression(node));
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(file, false);
  return uses;
}

/** A `*` stands for one or more parts, since codes contain dots themselves. `*` alone matches nothing. */
function isSaid(key: string, book: ReadonlySet<string>): boolean {
  if (!key.includes('*')) return book.has(key);
  const pattern = new RegExp(
    `^${key
      .split('*')
      .map((part) => part.replace(/[.\\-]/g, '\\$&'))
      .join('[\\w.-]+')}$`,
  );
  return [...book].some((one) => pattern.test(one));
}

/** A group whose labels are used elsewhere: `performance.groups`. */
const isBranch = (key: string, book: ReadonlySet<string>): boolean =>
  [...book].some((one) => one.startsWith(`${key}.`));

const unsaid = (uses: readonly Use[], book: ReadonlySet<string>): string[] =>
  uses
    .filter(({ key, translated }) => !notWords.has(key) && !isSaid(key, book) && (translated || !isBranch(key, book)))
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

describe('every word a page names', () => {
  const pages = filesBelow('apps/web/src', /\.tsx?$/).filter(
    (path) => !/\.spec\.tsx?$|\.(zh|en)\.ts$|\/app\/words\//.test(path),
  );
  const uses = pages.flatMap((path) => usesIn(path, textOf(path)));

  it('is looked for where there are many', () => {
    expect(uses.length).toBeGreaterThan(1_500);
    expect(uses.filter(({ key }) => key.includes('*')).length).toBeGreaterThan(200);
  });

  it.each(['zh', 'en'] as const)('is said in %s', (locale) => expect(unsaid(uses, books[locale])).toEqual([]));

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
    // The sentence of a refusal is loaded before the refusal is thrown.
    const named = early.flatMap((path) => usesIn(path, textOf(path))).filter(({ key }) => !key.startsWith('errors.'));
    expect(unsaid(named, first)).toEqual([]);
  });

  it.each([
    ["translate('decisions.moved')", ['decisions.moved']],
    ["translate(late ? 'progress.title' : 'progress.gone')", ['progress.gone']],
    ['translate(`decisions.kindOf.${kind}`)', ['decisions.kindOf.*']],
    ['translate(`decisions.${kind}.nowhere`)', ['decisions.*.nowhere']],
    ["const room = { label: 'lights.heading' }", ['lights.heading']],
    ['<Head name="performance.nowhere" unit="parts.unit.wan" />', ['performance.nowhere']],
    ["translate('untold')", ['untold']],
    ["translate('decisions.kind')", ['decisions.kind']],
    ["translate('decisions.kindLabel')", []],
    ['translate(`decisions.kind.${kind}`)', []],
  ])('one that nobody says is found: %s', (source, found) => {
    expect(unsaid(usesIn('page.tsx', source), books.zh).map((line) => line.split(' ')[1])).toEqual(found);
  });
});
