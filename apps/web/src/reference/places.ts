import type { Industry, Park } from '@crm/api-contract/parks';
import { industries, parks } from '@crm/api-contract/routes';
import { isOffered } from '@crm/domain/parks';
import { useAsk } from '../providers/useAsk.js';

interface Places {
  parks: readonly Park[];
  industries: readonly Industry[];
}

interface Entry {
  readonly id: string;
  readonly validFrom: string | null;
  readonly closedFrom: string | null;
}

/** What a form offers today, and what its record names already. */
export const offered = <One extends Entry>(all: readonly One[], today: string, chosen?: string | null): One[] =>
  all.filter((one) => one.id === chosen || isOffered(one, today));

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
