import { consequences, consequenceClauses, decisions } from '@crm/api-contract/routes';
import type { AnswerOf, FilterAsked } from '@crm/api-contract/wire';
import { signedDays, type Question } from '../portfolio/index.js';
import { useAsk } from '../providers/useAsk.js';

export type Missed = AnswerOf<typeof consequences.list>;
export const PER_PAGE = 200;
export const missedVerdicts = ['breach', 'warning', 'no-data'] as const;

/** The URL parameters besides those of the shared filters. */
export const missedWords = ['indicator', 'verdict', 'worst', 'standing', 'handler'] as const;

/** Filters besides the shared ones; all are in the URL. */
export interface MissedQuestion {
  indicator: string | null;
  verdict: string | null;
  /** The worst verdict of the contract in that year, as the overview counts. */
  worst: string | null;
  standing: string | null;
  /** 经办人, as named in the contract. */
  handler: string | null;
}

const asked = <T>(value: T | null): T | undefined => value ?? undefined;

/** The filter of GET /consequences. */
export function missedFilter(
  { signed, park, industry, year }: Question,
  { indicator, verdict, worst, standing, handler }: MissedQuestion,
): FilterAsked<typeof consequences.list> {
  const { signedFrom, signedTo } = signedDays(signed);
  return {
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
    // As in the URL: the server refuses unknown values with a sentence.
  } as FilterAsked<typeof consequences.list>;
}

export const useMissedOf = (contractId: string) => {
  const filter = { contractId, verdict_in: [...missedVerdicts] };
  return useAsk(
    consequences.list,
    { query: { perPage: PER_PAGE, sort: 'year', order: 'desc', filter } },
    { select: ({ data }) => data },
  );
};
export const useClausesOf = (contractId: string) =>
  useAsk(
    consequenceClauses.list,
    { query: { perPage: PER_PAGE, sort: 'createdAt', order: 'asc', filter: { contractId } } },
    { select: ({ data }) => data },
  );
export const useDecisionsOf = (contractId: string) =>
  useAsk(
    decisions.list,
    { query: { perPage: PER_PAGE, sort: 'requestedAt', order: 'desc', filter: { contractId } } },
    { select: ({ data }) => data },
  );
