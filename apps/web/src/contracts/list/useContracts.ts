import type { contracts } from '@crm/api-contract/contracts';
import type { ResponseOf } from '@crm/api-contract/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Question } from '../question/questions.js';
import { usePerMu } from '../question/usePortfolio.js';
import { call } from '../../providers/http.js';
import { isWholePortfolio, listCall, type Narrowing } from './listQuestion.js';
import { sumsOfGroup, sumsOfRows, type Sums } from './sums.js';

type Page = ResponseOf<typeof contracts.list>;

export function useContracts(question: Question, narrowing: Narrowing) {
  const query = listCall(question, narrowing);
  return useQuery({
    queryKey: ['contracts', 'list', query],
    queryFn: ({ signal }) => call<Page>('GET', '/contracts', undefined, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/**
 * Totals of the current filter: the server's where the list is the portfolio, else of the rows when they are all at
 * hand; null while neither is.
 */
export function useSums(question: Question, narrowing: Narrowing, page: Page | undefined): Sums | null {
  const whole = isWholePortfolio(narrowing);
  const { data } = usePerMu(question, 'none', whole);
  if (whole) return data?.groups[0] ? sumsOfGroup(data.groups[0]) : null;
  return page && page.total > 0 && page.data.length === page.total ? sumsOfRows(page.data) : null;
}
