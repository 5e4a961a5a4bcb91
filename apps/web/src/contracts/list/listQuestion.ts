import type { contracts } from '@crm/api-contract/routes';
import type { FilterAsked } from '@crm/api-contract/wire';
import type { Verdict } from '../../parts/marks/verdict.js';
import { verdicts } from '../../parts/marks/verdict.js';
import { signedDays, type Question } from '../../portfolio/index.js';

/** The sort keys of the server. */
export const sorts: readonly string[] = [
  'signedOn',
  'number',
  'amountWan',
  'areaMu',
  'enterpriseName',
  'lowestAttainmentPercent',
];

/** The URL parameters besides those of the shared filters. */
export const narrowingWords = ['q', 'verdict', 'kind', 'status', 'counted', 'below', 'handler'] as const;

/** The list's filters besides the shared ones. */
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
}

export function readNarrowing(search: URLSearchParams): Narrowing {
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

/** The filter of GET /contracts. */
export function listFilter(question: Question, narrowing: Narrowing): FilterAsked<typeof contracts.list> {
  const { signedFrom, signedTo } = signedDays(question.signed);
  const [only] = narrowing.verdict;
  return {
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
}
