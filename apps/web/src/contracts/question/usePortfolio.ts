import type { portfolio } from '@crm/api-contract/commitments';
import type { Industry, Park } from '@crm/api-contract/parks';
import type { ResponseOf } from '@crm/api-contract/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../providers/http.js';
import { signedDays, type Question } from './questions.js';

export type PerMu = ResponseOf<typeof portfolio.perMu>;
export type PerMuGroup = PerMu['groups'][number];
export type HeatMapAnswer = ResponseOf<typeof portfolio.heatMap>;
export type DecisionsAnswer = ResponseOf<typeof portfolio.decisions>;
export type Decision = DecisionsAnswer['rows'][number];

export const groupings = ['park', 'industry', 'year', 'officer'] as const;
export type Grouping = (typeof groupings)[number];

type Scope = Readonly<Record<string, string | undefined>>;

/** The question as the three portfolio routes ask it. */
export const scopeOf = ({ signed, park, industry }: Pick<Question, 'signed' | 'park' | 'industry'>): Scope => ({
  ...signedDays(signed),
  parkId: park ?? undefined,
  industryId: industry ?? undefined,
});

function useAnswer<T>(path: string, query: Scope, enabled = true) {
  return useQuery({
    queryKey: [path, query],
    queryFn: ({ signal }) => call<T>('GET', path, undefined, { query, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Totals over everything the question means, or by park, industry, signing year. */
export const usePerMu = (question: Question, groupBy: 'none' | Grouping, enabled = true) =>
  useAnswer<PerMu>(
    '/portfolio/per-mu',
    { ...scopeOf(question), groupBy, assessedYear: String(question.year), ...question.moment },
    enabled,
  );

export const useHeatMap = (question: Question) => useAnswer<HeatMapAnswer>('/portfolio/heat-map', scopeOf(question));
export const useDecisions = (question: Question, standing: string | null = null) =>
  useAnswer<DecisionsAnswer>('/portfolio/decisions', { ...scopeOf(question), standing: standing ?? undefined });

interface Reference {
  parks: readonly Park[];
  industries: readonly Industry[];
}

/** Parks and industries by their place in the zone; they change once in a year. */
export function useReference(): Reference {
  const parks = useQuery({
    queryKey: ['parks', 'all'],
    queryFn: () => call<{ data: Park[] }>('GET', '/parks', undefined, { query: { perPage: 200, sort: 'position' } }),
    staleTime: 600_000,
  });
  const industries = useQuery({
    queryKey: ['industries', 'all'],
    queryFn: () =>
      call<{ data: Industry[] }>('GET', '/industries', undefined, { query: { perPage: 200, sort: 'position' } }),
    staleTime: 600_000,
  });
  return { parks: parks.data?.data ?? none, industries: industries.data?.data ?? none };
}

const none: never[] = [];
