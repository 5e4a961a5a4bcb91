import { localStorageStore, type Store } from 'ra-core';

/**
 * Signing out clears stored lists and filters, but not language and colour mode, which belong to the machine's user.
 */
const kept = ['locale', 'theme'] as const;

function makeStore(): Store {
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
