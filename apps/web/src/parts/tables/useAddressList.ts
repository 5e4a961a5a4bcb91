import type { AnswerOf, AskedRoute, AskOf, FilterAsked } from '@crm/api-contract/wire';
import { keepPreviousData } from '@tanstack/react-query';
import type { ListControllerResult, RaRecord, SortPayload } from 'ra-core';
import { useSearchParams } from 'react-router';
import { useAsk } from '../../providers/useAsk.js';
import { addressWith } from '../text/address.js';

interface Options<Route extends AskedRoute> {
  /** Of react-admin, for the paths of its pages. */
  resource: string;
  /** The URL parameters that filter the list: ?park=…&year=…. */
  words: readonly string[];
  /** The filter of the server for these parameters. */
  filter: FilterAsked<Route>;
  /** The order if the URL has none. */
  sort: SortPayload;
  /** The columns the list may be sorted by. */
  sorts?: readonly string[];
  perPage?: number;
  /** Counted exactly, even if that takes longer. */
  exactTotal?: boolean;
  /** The first click on a column sorts the largest, or the latest, row to the top. */
  largestFirst?: boolean;
}

/** react-admin's list, and the whole answer of the route: totals and counts beside the rows. */
export type AddressList<Route extends AskedRoute> = ListControllerResult & { answer: AnswerOf<Route> | undefined };

interface Page {
  data: RaRecord[];
  total: number;
  totalIsExact?: boolean;
}

const nothing = () => undefined;

/**
 * The list context of a declared route, for `<ListPage list={…}>`. Its whole state is in the URL, one parameter per
 * choice, so that a link shows the same list: ?park=…&sort=signedOn&page=2.
 */
export function useAddressList<Route extends AskedRoute>(
  route: Route,
  { resource, words, filter, sort, sorts = [], perPage = 25, exactTotal = false, largestFirst = false }: Options<Route>,
): AddressList<Route> {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('page'));
  const page = Number.isInteger(asked) && asked > 0 ? asked : 1;
  const field = sorts.find((one) => one === search.get('sort')) ?? sort.field;
  const order = search.get('order') === 'asc' ? 'ASC' : search.get('order') === 'desc' ? 'DESC' : sort.order;
  const query = {
    page,
    perPage,
    sort: field,
    order: order.toLowerCase(),
    ...(exactTotal ? { count: 'exact' } : {}),
    filter,
  };
  const answer = useAsk<Route, AnswerOf<Route>>(route, { query } as unknown as AskOf<Route>, {
    placeholderData: keepPreviousData as never,
  });
  const { data, total, totalIsExact } = (answer.data ?? {}) as Partial<Page>;
  const change = (words: Readonly<Record<string, string | null>>, replace = false) =>
    setSearch((before) => addressWith(before, words), { preventScrollReset: true, replace });
  const filterValues = Object.fromEntries(
    words.flatMap((word) => (search.get(word) ? [[word, search.get(word)]] : [])),
  );
  return {
    answer: answer.data,
    resource,
    data,
    total,
    meta: { totalIsExact },
    error: answer.error,
    // If the previous query had no rows, this one may still have some.
    isPending: answer.isPending || (answer.isPlaceholderData && data?.length === 0),
    isFetching: answer.isFetching,
    isLoading: answer.isLoading,
    isPlaceholderData: answer.isPlaceholderData,
    refetch: answer.refetch,
    page,
    perPage,
    hasPreviousPage: page > 1,
    hasNextPage: total !== undefined && (totalIsExact === false || page * perPage < total),
    setPage: (next: number) => change({ page: String(next) }),
    setPerPage: nothing,
    sort: { field, order },
    setSort: ({ field: by, order: in_ }: SortPayload) =>
      change({ sort: by, order: largestFirst && by !== field ? 'desc' : in_.toLowerCase() }),
    filterValues,
    displayedFilters: {},
    // Typing refines one view: it leaves one step in the history, not one per letter.
    setFilters: (values: Record<string, string | null>) =>
      change(Object.fromEntries(words.map((word) => [word, values[word] ?? null])), true),
    showFilter: nothing,
    hideFilter: nothing,
    selectedIds: [],
    onSelect: nothing,
    onSelectAll: nothing,
    onToggleItem: nothing,
    onUnselectItems: nothing,
  } as unknown as AddressList<Route>;
}
