import { merged, type MessageTree } from './shape.js';

export type Locale = 'zh' | 'en';

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
  return merged(...(await Promise.all([firstMessages(locale), further])));
}
