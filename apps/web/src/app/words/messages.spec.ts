import english from 'ra-language-english';
import { firstEn } from './first.en.js';
import { firstZh } from './first.zh.js';
import { furtherEn } from './further.en.js';
import { furtherZh } from './further.zh.js';
import { showcaseEn } from '../../showcase/showcase.en.js';
import { showcaseZh } from '../../showcase/showcase.zh.js';
import { flat, merged, type MessageTree } from '../../i18n/shape.js';

let zh: Record<string, string>;
let en: Record<string, string>;
beforeAll(async () => {
  const all = async (rooms: typeof furtherZh) => Promise.all(Object.values(rooms).map((load) => load()));
  zh = flat(merged(firstZh, showcaseZh, ...(await all(furtherZh))));
  en = flat(merged(firstEn, showcaseEn, ...(await all(furtherEn))));
});

/** '%{name}' placeholders in any order; smart_count may be missing where a language has no plural. */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map((found) => found[1]!))]
    .filter((name) => name !== 'smart_count')
    .sort();

describe('the words of every page', () => {
  it('are fetched first in both languages, or later in both', () =>
    expect(Object.keys(flat(firstEn)).sort()).toEqual(Object.keys(flat(firstZh)).sort()));

  it('are in both languages', () => expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort()));

  it.each(['zh', 'en'] as const)('%s has none empty', (locale) => {
    const all = locale === 'zh' ? zh : en;
    expect(Object.entries(all).filter(([key, text]) => text.trim() === '' && key !== 'ra.boolean.null')).toEqual([]);
  });

  it('name the same things in both', () => {
    const known = (key: string) => !key.startsWith('ra.message.bulk_');
    const differing = Object.keys(zh).filter(
      (key) => known(key) && JSON.stringify(placeholders(zh[key]!)) !== JSON.stringify(placeholders(en[key] ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it('cover every key of react-admin', () => {
    const theirs = Object.keys(flat(english as unknown as MessageTree));
    expect(theirs.length).toBeGreaterThan(150);
    expect(theirs.filter((key) => !(key in zh))).toEqual([]);
  });

  it('are Chinese in Chinese, English in English', () => {
    const han = /\p{Script=Han}/u;
    const spared = /^(frame\.locale\.|ra\.boolean\.null|ra\.page\.(list|edit|show)$)/;
    expect(Object.entries(en).filter(([key, text]) => han.test(text) && !spared.test(key))).toEqual([]);
    expect(
      Object.entries(zh).filter(
        ([key, text]) => !han.test(text) && /[a-z]{4,}/.test(text.replace(/%\{\w+\}/g, '')) && !spared.test(key),
      ),
    ).toEqual([]);
  });

  it('have one English word for one thing, and English money', () => {
    const said = Object.entries(en).map(([key, text]) => [key, text.replace(/%\{\w+\}/g, '')] as const);
    // A refusal may say what a contract promises.
    const other = /\b(firms?|promises?)\b/i;
    expect(said.filter(([key, text]) => other.test(text) && !key.startsWith('errors.'))).toEqual([]);
    // What stands in an uploaded sheet keeps the unit it was written in.
    const written = /^(imports\.unit\.|imports\.question\.(figure|against)$|errors\.figure\.doubtful$)/;
    expect(said.filter(([key, text]) => /\bwan\b|10,000|10k/i.test(text) && !written.test(key))).toEqual([]);
  });

  it('let English nouns follow their number: with “(s)”, or in two forms', () => {
    // Nouns that no count precedes: `%{year} verdicts`.
    const otherwise = /^(has|is|was|does|goes|stands|this|verdicts|less|previous)$/;
    const stiff = Object.entries(en).filter(
      ([key, text]) =>
        !/^(?:errors|ra)\./.test(key) &&
        !text.includes('||||') &&
        [...text.matchAll(/%\{\w+\} ([a-z]+s)\b/g)].some(([, noun = '']) => !otherwise.test(noun)),
    );
    expect(stiff).toEqual([]);
  });

  it('have one plural form in Chinese or two alike in number', () => {
    const forms = (text: string) => text.split('||||').length;
    expect(Object.keys(en).filter((key) => forms(en[key]!) > 2)).toEqual([]);
  });
});

it('refuses two rooms that say the same key', () => {
  expect(() => merged({ errors: { 'area.zero': 'a' } }, { errors: { 'area.zero': 'b' } })).toThrow('area.zero');
  expect(merged({ errors: { a: '1' } }, { errors: { b: '2' } })).toEqual({ errors: { a: '1', b: '2' } });
});
