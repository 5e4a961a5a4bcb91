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
/** Rows loaded per tab; the rest follows as the first are done. */
export const LISTED = 100;
const KEY = 'reminders';

export function useCounts(): Counts | undefined {
  const may = useCan('read', 'Reminder');
  return useAsk(reminders.counts, {}, { enabled: may }).data;
}

/** The number at the bell. The bell is on every page, so it listens and makes all reminders load again. */
export function useOpenCount(): number {
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: [KEY] });
  useLive('reminders', again);
  // Events during a lost connection are missing, so everything is loaded again.
  useLive('resync', again);
  return useCounts()?.open ?? 0;
}

export const useReminders = (status: Status, perPage = LISTED) =>
  useAsk(reminders.list, { query: { perPage, sort: 'createdAt', order: 'desc', filter: { status } } });

/** The items of a digest. */
export const useItems = (id: string) => useAsk(reminders.one, { params: { id } }, { select: ({ items }) => items });

export interface Move {
  id: string;
  verb: 'done' | 'snooze' | 'reopen';
  until?: string;
  /** The notice after success. */
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
