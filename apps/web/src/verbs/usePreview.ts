import type { AnswerOf, AskedRoute, AskOf } from '@crm/api-contract/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask, type Given } from '../providers/ask.js';
import { usePaused } from './usePaused.js';

/** A preview costs the server a whole change; it is asked when nobody has typed for this long. */
const PAUSE_MS = 500;

/**
 * What would follow from a form as typed: the answer of a route that writes nothing. `input` null: nothing is typed
 * yet. `version`: of the record that would change, so that another version is asked about anew.
 */
export function usePreview<Route extends AskedRoute>(
  route: Route,
  input: AskOf<Route> | null,
  version = 0,
): { data: AnswerOf<Route> | undefined; error: Error | null } {
  const asked = usePaused(JSON.stringify(input), PAUSE_MS);
  const empty = asked === 'null';
  const { data, error } = useQuery<AnswerOf<Route>>({
    queryKey: ['preview', route.name, version, asked],
    enabled: !empty,
    retry: false,
    // Between two answers the former stays, so that the form does not jump.
    ...(empty ? {} : { placeholderData: keepPreviousData as never }),
    queryFn: ({ signal }) => ask(route, ...([{ ...(JSON.parse(asked) as object), signal }] as unknown as Given<Route>)),
  });
  return { data, error };
}
