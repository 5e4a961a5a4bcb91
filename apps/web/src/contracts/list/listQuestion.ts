import type { contracts } from '@crm/api-contract/routes';
import type { FilterAsked } from '@crm/api-contract/wire';
import type { Verdict } from '../../parts/marks/verdict.js';
import { verdicts } from '../../parts/marks/verdict.js';
import { signedDays, type Question } from '../../portfolio/index.js';

const sorts = ['signedOn', 'number', 'amountWan', 'areaMu', 'enterpriseName', 'lowestAttainmentPercent'] as const;
type Sort = (typeof sorts)[number];
export const PER_PAGE = 50;

/** The list's filters besides the shared question. */
export interface Narrowing {
  q: string | null;
  kind: string | null;
  status: string | null;
  /** One verdict, or several from the overview: 'breach,no-data,warning'. */
  verdict: readonly Verdict[];
  belowStandard: boolean;
  /** 经办人, as named in the ledger. */
  handler: string | null;
  /** The contracts behind the per-mu averages: signed, with commitments. */
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

/** true if the list is exactly what the overview adds up; then the server's totals are used. */
export const isWholePortfolio = (narrowing: Narrowing): boolean =>
  narrowing.counted &&
  narrowing.q === null &&
  narrowing.kind === null &&
  narrowing.status === null &&
  narrowing.verdict.length === 0 &&
  !narrowing.belowStandard &&
  narrowing.handler === null;

/** The query of GET /contracts. */
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
    // As in the URL: the server refuses unknown values with a sentence.
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
