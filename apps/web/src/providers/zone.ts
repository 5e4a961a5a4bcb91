import { zone } from '@crm/api-contract/routes';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'ra-core';
import { askAnonymously } from './ask.js';
import { keyOf } from './useAsk.js';

/** The zone's own name, in the reader's language; empty until it is known. It is also shown before signing in. */
export function useZoneName(): { readonly name: string; readonly shortName: string } {
  const english = useLocale() === 'en';
  const { data } = useQuery({
    queryKey: keyOf(zone.one),
    queryFn: () => askAnonymously(zone.one),
    staleTime: 600_000,
  });
  const { name = '', nameEn = '', shortName = '' } = data?.zone ?? {};
  return english ? { name: nameEn, shortName: nameEn } : { name, shortName };
}
