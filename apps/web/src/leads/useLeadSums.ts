import type { leads } from '@crm/api-contract/leads';
import type { ResponseOf } from '@crm/api-contract/wire';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import { filterParameter, type CrmDataProvider } from '../providers/dataProvider.js';
import type { LeadFilter } from './views.js';

export type LeadSums = ResponseOf<typeof leads.summary>;

/**
 * Count, 万元 and 亩 of a filter, exact, in all and per stage. Its key begins with `leads`: what changes leads refreshes
 * it.
 */
export function useLeadSums(filter: LeadFilter, enabled = true): LeadSums | undefined {
  const { call } = useDataProvider<CrmDataProvider>();
  const { data } = useQuery({
    queryKey: ['leads', 'summary', filter],
    queryFn: ({ signal }) =>
      call<LeadSums>('GET', '/leads/summary', undefined, { query: { filter: filterParameter(filter) }, signal }),
    enabled,
    placeholderData: (before) => before,
  });
  return data;
}
