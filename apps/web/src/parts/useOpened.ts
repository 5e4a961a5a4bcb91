import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { addressWith } from './address.js';

/** What stands open beside a list, by its name in the address (`?case=…`); null: nothing. Back closes what was opened. */
export function useOpened(name: string): readonly [opened: string | null, open: (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const open = useCallback((value: string | null) => setSearch((before) => addressWith(before, { [name]: value }, true), { preventScrollReset: true }), [name, setSearch]);
  return [search.get(name), open];
}
