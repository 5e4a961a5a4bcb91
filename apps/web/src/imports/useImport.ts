import { imports } from '@crm/api-contract/routes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Import } from '@crm/api-contract/imports';
import type { BodyAsked } from '@crm/api-contract/wire';
import { useLocale, useNotify } from 'ra-core';
import { useRef } from 'react';
import { uuid } from '../providers/http.js';
import { useLive } from '../providers/live.js';
import { ApiError, ConflictError } from '../providers/problem.js';
import { ask } from '../providers/ask.js';

export type ImportChange = NonNullable<BodyAsked<typeof imports.change>>;

const moving = new Set<Import['status']>(['uploaded', 'checking', 'committing', 'reverting']);
export const isMoving = (record: Pick<Import, 'status'>): boolean => moving.has(record.status);
/** A live event of an import: it has moved on, or (with `done`) its step has progressed. */
export interface ImportEvent {
  readonly id?: string;
  readonly facts?: { readonly status?: Import['status']; readonly done?: number; readonly total?: number };
}

/** The progress of a step; undefined if the import has moved to its next state. */
export const progressIn = ({ facts }: ImportEvent) =>
  facts?.done === undefined || facts.total === undefined
    ? undefined
    : { status: facts.status, progress: { done: facts.done, total: facts.total } };

/** The live stream reports when the worker is done; polling only helps if the stream is cut. */
const ASK_AGAIN_MS = 3_000;
const TRIES = 4;

/** One import, updated while the worker works on it, with sentences in the reader's language. */
export function useImport(id: string) {
  const locale = useLocale();
  const client = useQueryClient();
  const key = ['imports', id, locale];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask(imports.one, { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? ASK_AGAIN_MS : false),
    staleTime: 0,
  });
  useLive<ImportEvent>('imports', (event) => {
    if (event.id !== id) return;
    const moved = progressIn(event);
    if (!moved) void client.invalidateQueries({ queryKey: ['imports', id] });
    else
      client.setQueryData<Import>(key, (before) =>
        before && before.status === moved.status ? { ...before, progress: moved.progress } : before,
      );
  });
  useLive('resync', () => void client.invalidateQueries({ queryKey: ['imports', id] }));
  return { ...query, key };
}

/**
 * A person's changes are sent one after another, each with the version of the last answer. If the worker changed the
 * import in between, the change is sent again: a correction says what a cell is, whatever came before.
 */
export function useChangeImport(record: Import) {
  const client = useQueryClient();
  const locale = useLocale();
  const notify = useNotify();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const key = ['imports', record.id, locale];
  const params = { id: record.id };
  const send = async (change: ImportChange): Promise<Import> => {
    for (let tries = 1; ; tries += 1) {
      const current = tries === 1 ? (client.getQueryData<Import>(key) ?? record) : await ask(imports.one, { params });
      try {
        return await ask(imports.change, { params, body: change, version: current.version });
      } catch (error) {
        if (!(error instanceof ConflictError) || tries >= TRIES) throw error;
      }
    }
  };
  return useMutation({
    mutationFn: (change: ImportChange) => {
      const turn = queue.current.catch(() => undefined).then(() => send(change));
      queue.current = turn;
      return turn;
    },
    onSuccess: (answer) => {
      client.setQueryData<Import>(key, (before) =>
        before ? { ...answer, errors: before.errors, counts: answer.counts ?? before.counts } : answer,
      );
      void client.invalidateQueries({ queryKey: ['imports', record.id] });
    },
    onError: (error) => notify(error instanceof ApiError ? error.message : 'errors.unknown', { type: 'error' }),
  });
}

/** Commit or revert. */
export function useMoveImport(record: Import, verb: 'commit' | 'revert') {
  const client = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: () => ask(imports[verb], { params: { id: record.id }, idempotencyKey: uuid() }),
    onSettled: () => void client.invalidateQueries(),
    onError: (error) => notify(error instanceof ApiError ? error.message : 'errors.unknown', { type: 'error' }),
  });
}
