import type { Reminder, REMINDER_STATUSES, DueLine } from '@crm/api-contract/reminders';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { useCan } from '../providers/abilities.js';
import { call } from '../providers/http.js';
import { useLive } from '../providers/live.js';
import { problemOf, sentenceOf } from '../providers/problem.js';

export type Status = (typeof REMINDER_STATUSES)[number];
export type Counts = Record<Status, number>;
/** So many of a tab are read at once; whoever has more works them off from the top. */
export const LISTED = 100;
const KEY = 'reminders';

export function useCounts(): Counts | undefined {
  const may = useCan('read', 'Reminder');
  return useQuery({
    queryKey: [KEY, 'counts'],
    enabled: may,
    queryFn: ({ signal }) => call<Counts>('GET', '/reminders/counts', undefined, { signal }),
  }).data;
}

/**
 * The bell's number. The bell is there on every page, so it is the one that listens and has everything of reminders
 * read again.
 */
export function useOpenCount(): number {
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: [KEY] });
  useLive('reminders', again);
  // After a broken line: what was told meanwhile was not heard.
  useLive('resync', again);
  return useCounts()?.open ?? 0;
}

export const useReminders = (status: Status, perPage = LISTED) =>
  useQuery({
    queryKey: [KEY, 'list', status, perPage],
    queryFn: ({ signal }) =>
      call<{ data: Reminder[]; total: number }>('GET', '/reminders', undefined, {
        signal,
        query: { perPage, sort: 'createdAt', order: 'desc', filter: JSON.stringify({ status }) },
      }),
  });

/** What a digest lists. */
export const useItems = (id: string) =>
  useQuery({
    queryKey: [KEY, 'items', id],
    queryFn: ({ signal }) =>
      call<{ items: DueLine[] }>('GET', `/reminders/${id}`, undefined, { signal }).then(({ items }) => items),
  });

export interface Move {
  id: string;
  verb: 'done' | 'snooze' | 'reopen';
  until?: string;
  /** Said when it is done. */
  said: string;
}

export function useMove() {
  const client = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  return useMutation({
    mutationFn: ({ id, verb, until }: Move) =>
      call<Reminder>('POST', `/reminders/${id}/${verb}`, until ? { until } : undefined),
    onSuccess: (_reminder, { said }) => notify(said),
    onError: (error) => notify(sentenceOf(problemOf(error), translate), { type: 'error' }),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}
