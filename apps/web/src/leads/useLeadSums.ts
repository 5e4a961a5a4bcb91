import { leads } from '@crm/api-contract/routes';
import type { AnswerOf } from '@crm/api-contract/wire';
import { keepPreviousData } from '@tanstack/react-query';
import type { LeadFilter } from './views.js';
import { useAsk } from '../providers/useAsk.js';

export type LeadSums = AnswerOf<typeof leads.summary>;

/**
 * Exact count, 万元 and 亩 of a filter, in total and per stage. Its key begins with `leads`, so changes of leads reload
 * it.
 */
export function useLeadSums(filter: LeadFilter, enabled = true): LeadSums | undefined {
  return useAsk(leads.summary, { query: { filter } }, { enabled, placeholderData: keepPreviousData }).data;
}
