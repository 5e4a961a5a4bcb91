import type { timeline, HappeningKind } from '@crm/api-contract/timeline';
import type { ResponseOf } from '@crm/api-contract/wire';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../providers/http.js';

type Page = ResponseOf<typeof timeline.list>;

/**
 * Page after page, each going on where the one before it stopped. Under `contracts`: whatever moves a contract asks for
 * it again.
 */
export const useTimeline = (contractId: string, kind: HappeningKind | null, limit?: number) =>
  useInfiniteQuery({
    queryKey: ['contracts', 'timeline', contractId, kind, limit],
    queryFn: ({ pageParam, signal }) =>
      call<Page>('GET', `/contracts/${contractId}/timeline`, undefined, {
        signal,
        query: { ...(kind ? { kind } : {}), ...(limit ? { limit } : {}), ...(pageParam ? { before: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
