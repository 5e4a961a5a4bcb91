import type { Locale } from '../../providers/locale.js';
import { merged, type MessageTree } from '../../i18n/shape.js';

/** Loads only the reader's language; the other one when it is chosen. */
export async function firstMessages(locale: Locale): Promise<MessageTree> {
  if (locale === 'en') return (await import('./first.en.js')).firstEn;
  return (await import('./first.zh.js')).firstZh;
}

/** The first words and all others. */
export async function allMessages(locale: Locale): Promise<MessageTree> {
  const further =
    locale === 'en'
      ? import('./further.en.js').then(({ furtherEn }) => furtherEn)
      : import('./further.zh.js').then(({ furtherZh }) => furtherZh);
  return merged(...(await Promise.all([firstMessages(locale), further, showcase(locale)])));
}

/** The words of the page of parts, where there is one. */
async function showcase(locale: Locale): Promise<MessageTree> {
  if (!import.meta.env.DEV) return {};
  return locale === 'en'
    ? (await import('../../showcase/showcase.en.js')).showcaseEn
    : (await import('../../showcase/showcase.zh.js')).showcaseZh;
}
