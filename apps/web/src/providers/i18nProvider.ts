import polyglotI18nProvider from 'ra-i18n-polyglot';
import { factsIn } from '@crm/api-contract/sentences/amounts';
import { numbered } from '@crm/api-contract/sentences/numbered';
import type { I18nProvider } from 'ra-core';
import { lazy, type ComponentType } from 'react';
import { merged, type MessageTree } from '../i18n/shape.js';
import type { WordsOf } from '../i18n/wordsOf.js';
import { readLocale, type Locale } from './locale.js';

/** The first words of a language, without which no page is drawn, and those of each room. */
export interface Books {
  readonly first: (locale: Locale) => Promise<MessageTree>;
  readonly of: (room: WordsOf, locale: Locale) => Promise<MessageTree>;
}

type Facts = Readonly<Record<string, unknown>>;

let opened: I18nProvider | undefined;
let locale: Locale = 'zh';
/** Rooms whose words were asked for, in whatever language is chosen. */
const coming = new Map<WordsOf, Promise<unknown>>();
let turn: Promise<unknown> = Promise.resolve();

/** Language changes run one after another: whatever the order of network answers, the reader's last choice wins. */
const inTurn = <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
  const mine = turn.then(act, act);
  turn = mine;
  return mine;
};

/** Waits for the first words of the reader's language; no page can be drawn without them. */
export async function openI18n(books: Books): Promise<I18nProvider> {
  locale = readLocale();
  const first = await books.first(locale);
  const asked = locale;
  const polyglot = polyglotI18nProvider(
    (wanted) => {
      const next: Locale = wanted === 'en' ? 'en' : 'zh';
      if (coming.size === 0 && next === asked) return first as never;
      const rooms = [...coming.keys()].map((room) => books.of(room, next));
      return Promise.all([books.first(next), ...rooms]).then((trees) => merged(...trees)) as never;
    },
    locale,
    [
      { locale: 'zh', name: '中文' },
      { locale: 'en', name: 'English' },
    ],
  );
  const { changeLocale, translate } = polyglot;
  opened = {
    ...polyglot,
    // Amounts in a refusal are shown in the unit of its sentence, by the words of the current language.
    translate: (key, options) => {
      const facts =
        key.startsWith('errors.') && options ? factsIn(key.slice('errors.'.length), options as Facts, locale) : options;
      const said = translate(key, facts);
      return locale === 'en' && /\(s\)|\([^()|]+\|/.test(said) ? numbered(said) : said;
    },
    changeLocale: (next, options) => {
      locale = next === 'en' ? 'en' : 'zh';
      return inTurn(() => changeLocale(next, options));
    },
  };
  return opened;
}

/** Loads the words of these rooms, for the current language and any chosen later. A failed request is repeated. */
export async function loadWords(...rooms: readonly WordsOf[]): Promise<void> {
  const provider = opened;
  if (!provider) return;
  const missing = rooms.filter((room) => !coming.has(room));
  if (missing.length > 0) {
    const load = inTurn(async () => undefined)
      .then(() => provider.changeLocale(locale))
      .catch((error: unknown) => {
        for (const room of missing) coming.delete(room);
        throw error;
      });
    for (const room of missing) coming.set(room, load);
  }
  await Promise.all(rooms.map((room) => coming.get(room)));
}

/**
 * A lazy page with the rooms whose words it uses. Code and words are loaded together, and the page is shown once both
 * are there. Any page may get a refusal, so their sentences are loaded too.
 */
export const worded = <Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  ...rooms: readonly WordsOf[]
) =>
  lazy(async () => {
    const [page] = await Promise.all([load(), loadWords('errors', ...rooms)]);
    return page;
  });
