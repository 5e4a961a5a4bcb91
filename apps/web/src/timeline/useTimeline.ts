import { timeline } from '@crm/api-contract/routes';
import type { HappeningKind } from '@crm/api-contract/timeline';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '../providers/ask.js';

/**
 * Page after page, each continuing the one before. Its key begins with `contracts`, so every change of a contract
 * reloads it.
 */
export const useTimeline = (contractId: string, kind: HappeningKind | null, limit?: number) =>
  useInfiniteQuery({
    queryKey: ['contracts', 'timeline', contractId, kind, limit],
    queryFn: ({ pageParam, signal }) =>
      ask(timeline.list, {
        params: { id: contractId },
        signal,
        query: { ...(kind ? { kind } : {}), ...(limit ? { limit } : {}), ...(pageParam ? { before: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
