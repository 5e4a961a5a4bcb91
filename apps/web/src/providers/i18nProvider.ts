import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'ra-core';
import { loadMessages } from '../i18n/messages.js';
import { readLocale } from './locale.js';

/** Waits for the words of the reader's language, which the first page cannot be drawn without. */
export async function openI18n(): Promise<I18nProvider> {
  const initial = readLocale();
  const first = await loadMessages(initial);
  return polyglotI18nProvider(
    (locale) => (locale === initial ? first : loadMessages(locale === 'en' ? 'en' : 'zh')) as never,
    initial,
    [
      { locale: 'zh', name: '中文' },
      { locale: 'en', name: 'English' },
    ],
  );
}
