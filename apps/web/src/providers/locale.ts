import type { Locale } from '../i18n/messages.js';
import { store } from './store.js';

/** Chinese unless the reader of this machine chose English before. */
export const readLocale = (): Locale => (store.getItem<string>('locale') === 'en' ? 'en' : 'zh');
