import type { Locale } from '../../providers/locale.js';
import type { MessageTree } from '../../i18n/shape.js';
import type { WordsOf } from '../../i18n/wordsOf.js';
import { furtherEn } from './further.en.js';
import { furtherZh } from './further.zh.js';

/** Loads only the reader's language; the other one is loaded when it is chosen. */
export async function firstMessages(locale: Locale): Promise<MessageTree> {
  if (locale === 'en') return (await import('./first.en.js')).firstEn;
  return (await import('./first.zh.js')).firstZh;
}

/** The words of one room. */
export const messagesOf = (room: WordsOf, locale: Locale): Promise<MessageTree> =>
  room === 'showcase' ? showcase(locale) : (locale === 'en' ? furtherEn : furtherZh)[room]();

/** The words of the page of parts, if the build contains that page. */
async function showcase(locale: Locale): Promise<MessageTree> {
  if (!import.meta.env.DEV) return {};
  return locale === 'en'
    ? (await import('../../showcase/showcase.en.js')).showcaseEn
    : (await import('../../showcase/showcase.zh.js')).showcaseZh;
}
