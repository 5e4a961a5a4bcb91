import polyglotI18nProvider from 'ra-i18n-polyglot';
import { messages } from '../i18n/messages.js';
import { readLocale } from './locale.js';

export const i18nProvider = polyglotI18nProvider(
  (locale) => messages[locale === 'en' ? 'en' : 'zh'] as never,
  readLocale(),
  [
    { locale: 'zh', name: '中文' },
    { locale: 'en', name: 'English' },
  ],
);
