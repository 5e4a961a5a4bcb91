import type { Industry, Park } from '@crm/api-contract/parks';
import { industries, parks } from '@crm/api-contract/routes';
import { useAsk } from '../providers/useAsk.js';

interface Places {
  parks: readonly Park[];
  industries: readonly Industry[];
}

const inOrder = { query: { perPage: 200, sort: 'position' } } as const;
/** They change once in a year. */
const seldom = { staleTime: 600_000 };
const none: never[] = [];

/** Parks and industries by their place in the zone. */
export function usePlaces(): Places {
  const { data: allParks } = useAsk(parks.list, inOrder, seldom);
  const { data: allIndustries } = useAsk(industries.list, inOrder, seldom);
  return { parks: allParks?.data ?? none, industries: allIndustries?.data ?? none };
}
