import type { AnswerOf, AskedRoute, AskOf } from '@crm/api-contract/wire';
import { queryOptions, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { ask, type AnyInput, type Given } from './ask.js';

type Options<Route extends AskedRoute, Data> = Omit<
  UseQueryOptions<AnswerOf<Route>, Error, Data>,
  'queryKey' | 'queryFn'
>;

/**
 * The query key: it begins with the resource of the path, as react-admin's do. Invalidating ['leads'] reloads every
 * answer about leads.
 */
export const keyOf = <Route extends AskedRoute>(route: Route, input?: AskOf<Route>) =>
  [route.path.split('/')[1], route.name, ...(input ? [input] : [])] as const;

/** The query of a route, for useQueries and others. */
export const asking = <Route extends AskedRoute, Data = AnswerOf<Route>>(
  route: Route,
  input: AskOf<Route>,
  options?: Options<Route, Data>,
) =>
  queryOptions<AnswerOf<Route>, Error, Data>({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => ask(route, ...([{ ...(input as AnyInput), signal }] as unknown as Given<Route>)),
    ...options,
  });

/** The answer of a route, cached by react-query: `useAsk(contracts.one, { params: { id } })`. */
export const useAsk = <Route extends AskedRoute, Data = AnswerOf<Route>>(
  route: Route,
  input: AskOf<Route>,
  options?: Options<Route, Data>,
) => useQuery(asking(route, input, options));
