import type { AnswerOf, AskedRoute, AskOf } from '@crm/api-contract/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { ask, type CallOptions, type Given } from '../providers/ask.js';
import { uuid } from '../providers/http.js';
import { problemOf, sentenceOf } from '../providers/problem.js';

export type Move<Route extends AskedRoute> = AskOf<Route> & Pick<CallOptions, 'version'>;

export interface VerbOptions<Route extends AskedRoute> {
  /** The notice after success. */
  readonly said: string | ((answer: AnswerOf<Route>) => string);
  readonly onDone?: (answer: AnswerOf<Route>) => void | Promise<void>;
  /** The surrounding form shows the refusal. */
  readonly quiet?: boolean;
}

/**
 * Runs a use case: waits for the server, then loads everything shown again, since one figure changes verdicts and
 * totals. A refusal is shown as a sentence.
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
      // The action that opened the drawer disappears before the drawer does.
      await queries.invalidateQueries();
      notify(typeof said === 'string' ? said : said(answer), { type: 'success' });
      await onDone?.(answer);
    },
    onError: (error) => {
      if (!quiet) notify(sentenceOf(problemOf(error), translate), { type: 'error' });
    },
  });
}
