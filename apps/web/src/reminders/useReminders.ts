import { reminders } from '@crm/api-contract/routes';
import type { REMINDER_STATUSES } from '@crm/api-contract/reminders';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { useCan } from '../providers/abilities.js';
import { useLive } from '../providers/live.js';
import { problemOf, sentenceOf } from '../providers/problem.js';
import { useAsk } from '../providers/useAsk.js';
import { ask } from '../providers/ask.js';

export type Status = (typeof REMINDER_STATUSES)[number];
export type Counts = Record<Status, number>;
/** So many of a tab are read at once; whoever has more works them off from the top. */
export const LISTED = 100;
const KEY = 'reminders';

export function useCounts(): Counts | undefined {
  const may = useCan('read', 'Reminder');
  return useAsk(reminders.counts, {}, { enabled: may }).data;
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
  useAsk(reminders.list, { query: { perPage, sort: 'createdAt', order: 'desc', filter: { status } } });

/** What a digest lists. */
export const useItems = (id: string) => useAsk(reminders.one, { params: { id } }, { select: ({ items }) => items });

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
      verb === 'snooze'
        ? ask(reminders.snooze, { params: { id }, body: { until: until ?? '' } })
        : ask(reminders[verb], { params: { id } }),
    onSuccess: (_reminder, { said }) => notify(said),
    onError: (error) => notify(sentenceOf(problemOf(error), translate), { type: 'error' }),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}
