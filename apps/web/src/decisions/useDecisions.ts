import type { ConsequenceClause, Decision, MissedPromise, consequences } from '@crm/api-contract/decisions';
import type { ResponseOf } from '@crm/api-contract/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { signedDays, type Question } from '../contracts/question/questions.js';
import { call } from '../providers/http.js';

export type Missed = ResponseOf<typeof consequences.list>;
export const PER_PAGE = 200;

/** What is asked beyond the shared question; each of it stands in the address. */
export interface MissedQuestion {
  indicator: string | null;
  verdict: string | null;
  /** The worst of the contract in that year: how the overview counts. */
  worst: string | null;
  standing: string | null;
  /** 经办人, as the contract names them. */
  handler: string | null;
}

const asked = <T>(value: T | null): T | undefined => value ?? undefined;

export function useMissed(
  { signed, park, industry, year }: Question,
  { indicator, verdict, worst, standing, handler }: MissedQuestion,
  page: number,
) {
  const { signedFrom, signedTo } = signedDays(signed);
  const filter = {
    parkId: asked(park),
    industryId: asked(industry),
    year,
    indicator: asked(indicator),
    verdict_in: verdict ? [verdict] : undefined,
    contractVerdict: asked(worst),
    standing: asked(standing),
    signedOn_gte: signedFrom,
    signedOn_lte: signedTo,
    handlerName: asked(handler),
  };
  const query = { page, perPage: PER_PAGE, sort: 'shortfallWan', order: 'desc', filter: JSON.stringify(filter) };
  return useQuery({
    queryKey: ['consequences', query],
    queryFn: ({ signal }) => call<Missed>('GET', '/consequences', undefined, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

const ofContract = <T>(
  name: string,
  path: string,
  contractId: string,
  sort: string,
  more: object = {},
  order: 'asc' | 'desc' = 'desc',
) => ({
  queryKey: [name, contractId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call<{ data: T[] }>('GET', path, undefined, {
      signal,
      query: { perPage: PER_PAGE, sort, order, filter: JSON.stringify({ contractId, ...more }) },
    }).then(({ data }) => data),
});

export const useMissedOf = (contractId: string) =>
  useQuery(
    ofContract<MissedPromise>('consequences', '/consequences', contractId, 'year', {
      verdict_in: ['breach', 'warning', 'no-data'],
    }),
  );
export const useClausesOf = (contractId: string) =>
  useQuery(
    ofContract<ConsequenceClause>('consequence-clauses', '/consequence-clauses', contractId, 'createdAt', {}, 'asc'),
  );
export const useDecisionsOf = (contractId: string) =>
  useQuery(ofContract<Decision>('decisions', '/decisions', contractId, 'requestedAt'));
