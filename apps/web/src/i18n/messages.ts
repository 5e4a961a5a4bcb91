import type { MessageTree } from './shape.js';

export type Locale = 'zh' | 'en';

/** A reader's language alone is loaded; the other one when it is chosen. */
export async function loadMessages(locale: Locale): Promise<MessageTree> {
  if (locale === 'en') return (await import('./messages.en.js')).messagesEn;
  return (await import('./messages.zh.js')).messagesZh;
}
