import type { contracts } from '@crm/api-contract/routes';
import type { FilterAsked } from '@crm/api-contract/wire';
import type { Verdict } from '../../parts/marks/verdict.js';
import { verdicts } from '../../parts/marks/verdict.js';
import { signedDays, type Question } from '../../portfolio/index.js';

export const sorts = [
  'signedOn',
  'number',
  'amountWan',
  'areaMu',
  'enterpriseName',
  'lowestAttainmentPercent',
] as const;
export type Sort = (typeof sorts)[number];
export const PER_PAGE = 50;

/** What the list is narrowed by besides the question it shares with the overview. */
export interface Narrowing {
  q: string | null;
  kind: string | null;
  status: string | null;
  /** One verdict, or several the overview asked for: 'breach,no-data,warning'. */
  verdict: readonly Verdict[];
  belowStandard: boolean;
  /** 经办人, as the ledger names them. */
  handler: string | null;
  /** The rows behind the averages per mu: signed, with commitments. */
  counted: boolean;
  sort: Sort;
  order: 'asc' | 'desc';
  page: number;
}

export function readNarrowing(search: URLSearchParams): Narrowing {
  const page = Number(search.get('page'));
  return {
    q: search.get('q')?.trim() || null,
    kind: search.get('kind') || null,
    status: search.get('status') || null,
    verdict: (search.get('verdict') ?? '')
      .split(',')
      .filter((one): one is Verdict => verdicts.some((known) => known === one)),
    belowStandard: search.get('below') === '1',
    handler: search.get('handler') || null,
    counted: search.get('counted') === '1',
    sort: sorts.find((one) => one === search.get('sort')) ?? 'signedOn',
    order: search.get('order') === 'asc' ? 'asc' : 'desc',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** True when the list is exactly what the overview adds up: its totals are then the server's own. */
export const isWholePortfolio = (narrowing: Narrowing): boolean =>
  narrowing.counted &&
  narrowing.q === null &&
  narrowing.kind === null &&
  narrowing.status === null &&
  narrowing.verdict.length === 0 &&
  !narrowing.belowStandard &&
  narrowing.handler === null;

/** Query of GET /contracts. */
export function listCall(question: Question, narrowing: Narrowing) {
  const { signedFrom, signedTo } = signedDays(question.signed);
  const [only] = narrowing.verdict;
  const filter = {
    parkId: question.park ?? undefined,
    industryId: question.industry ?? undefined,
    signedOn_gte: signedFrom,
    signedOn_lte: signedTo,
    assessedYear: question.year,
    q: narrowing.q ?? undefined,
    kind: narrowing.kind ?? undefined,
    status: narrowing.status ?? undefined,
    ...(narrowing.verdict.length > 1 ? { verdict_in: narrowing.verdict } : only ? { verdict: only } : {}),
    belowStandard: narrowing.belowStandard || undefined,
    handlerName: narrowing.handler ?? undefined,
    counted: narrowing.counted || undefined,
    // As it stands in the address: what the server does not know it refuses with a sentence.
  } as FilterAsked<typeof contracts.list>;
  return {
    page: narrowing.page,
    perPage: PER_PAGE,
    sort: narrowing.sort,
    order: narrowing.order,
    count: 'exact',
    filter,
  } as const;
}
