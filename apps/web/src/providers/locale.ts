import { store } from './store.js';

export type Locale = 'zh' | 'en';

/** Chinese unless the reader of this machine chose English before. */
export const readLocale = (): Locale => (store.getItem<string>('locale') === 'en' ? 'en' : 'zh');
