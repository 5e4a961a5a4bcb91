import { localStorageStore, type Store } from 'ra-core';

/**
 * Signing out empties the store of lists and filters; language and light stay: they belong to the machine's reader,
 * also at the sign-in page.
 */
const kept = ['locale', 'theme'] as const;

export function makeStore(): Store {
  const store = localStorageStore('1', 'Crm');
  return {
    ...store,
    reset() {
      const values = kept.map((key) => [key, store.getItem(key) as unknown] as const);
      store.reset();
      for (const [key, value] of values) if (value !== undefined) store.setItem(key, value);
    },
  };
}

export const store = makeStore();
