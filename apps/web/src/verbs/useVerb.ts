import type { AnswerOf, AskedRoute, AskOf } from '@crm/api-contract/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { ask, type CallOptions, type Given } from '../providers/ask.js';
import { uuid } from '../providers/http.js';
import { problemOf, sentenceOf } from '../providers/problem.js';

export type Move<Route extends AskedRoute> = AskOf<Route> & Pick<CallOptions, 'version'>;

export interface VerbOptions<Route extends AskedRoute> {
  /** The notice when it is done. */
  readonly said: string;
  readonly onDone?: (answer: AnswerOf<Route>) => void | Promise<void>;
  /** The form around it says what was refused. */
  readonly quiet?: boolean;
}

/**
 * A business move: waits for the server, then everything shown is asked for again, since a figure or a promise moves
 * verdicts and totals alike. A refusal is said as a sentence.
 */
export function useVerb<Route extends AskedRoute>(route: Route, { said, onDone, quiet = false }: VerbOptions<Route>) {
  const queries = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  return useMutation({
    mutationFn: (move: Move<Route>): Promise<AnswerOf<Route>> => {
      const key = route.method === 'POST' ? { idempotencyKey: uuid() } : {};
      return ask(route, ...([{ ...move, ...key }] as unknown as Given<Route>));
    },
    onSuccess: async (answer) => {
      // What the move was offered on is gone before its drawer is.
      await queries.invalidateQueries();
      notify(said, { type: 'success' });
      await onDone?.(answer);
    },
    onError: (error) => {
      if (!quiet) notify(sentenceOf(problemOf(error), translate), { type: 'error' });
    },
  });
}
