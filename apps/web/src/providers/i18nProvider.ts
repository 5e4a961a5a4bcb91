import polyglotI18nProvider from 'ra-i18n-polyglot';
import { factsIn } from '@crm/api-contract/sentences/amounts';
import type { I18nProvider } from 'ra-core';
import { lazy, type ComponentType } from 'react';
import type { MessageTree } from '../i18n/shape.js';
import { readLocale, type Locale } from './locale.js';

/** The words of a language: the first, without which no page is drawn, and these with all the others. */
export interface Books {
  readonly first: (locale: Locale) => Promise<MessageTree>;
  readonly all: (locale: Locale) => Promise<MessageTree>;
}

type Facts = Readonly<Record<string, unknown>>;

let opened: I18nProvider | undefined;
let locale: Locale = 'zh';
let further: Promise<void> | undefined;
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
      return (further ? books.all(next) : next === asked ? first : books.first(next)) as never;
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
    // A refusal's amounts are told as its sentence counts them: the words of this language, whoever asks for them.
    translate: (key, options) =>
      key.startsWith('errors.') && options
        ? translate(key, factsIn(key.slice('errors.'.length), options as Facts, locale))
        : translate(key, options),
    changeLocale: (next, options) => {
      locale = next === 'en' ? 'en' : 'zh';
      return inTurn(() => changeLocale(next, options));
    },
  };
  return opened;
}

/**
 * Loads the words of all rooms and refusals, for the current language and any chosen later. A failed request is
 * repeated.
 */
export function furtherWords(): Promise<void> {
  const provider = opened;
  if (!provider) return Promise.resolve();
  further ??= inTurn(async () => undefined)
    .then(() => provider.changeLocale(locale))
    .catch((error: unknown) => {
      further = undefined;
      throw error;
    });
  return further;
}

/**
 * A lazy page with further words: they are loaded together with its code, and the page is drawn once both are there.
 */
export const worded = <Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy(async () => {
    const [page] = await Promise.all([load(), furtherWords()]);
    return page;
  });
