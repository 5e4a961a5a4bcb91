import { store } from './store.js';

export type Locale = 'zh' | 'en';

/** Chinese, unless English was chosen on this machine. */
export const readLocale = (): Locale => (store.getItem<string>('locale') === 'en' ? 'en' : 'zh');
