import type { checkUps, fourBatches, progress, Receipt } from '@crm/api-contract/progress';
import type { ResponseOf } from '@crm/api-contract/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { addressWith } from '../parts/address.js';
import { useCan } from '../providers/abilities.js';
import { call } from '../providers/http.js';

type Query = Record<string, string | number | undefined>;

function useAnswer<T>(path: string, query: Query, enabled = true) {
  return useQuery({
    queryKey: [path, query],
    queryFn: ({ signal }) => call<T>('GET', path, undefined, { query, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export type Board = ResponseOf<typeof progress.board>;
export type IdleLand = ResponseOf<typeof progress.idleLand>;
export type CheckUps = ResponseOf<typeof checkUps.list>;
export type Batches = ResponseOf<typeof fourBatches.report>;
export type BatchRows = ResponseOf<typeof fourBatches.rows>;

export const useBoard = (filter: object, page: number) =>
  useAnswer<Board>('/progress/board', { page, perPage: 25, filter: JSON.stringify(filter) });
export const useIdleLand = (query: Query) => useAnswer<IdleLand>('/progress/idle-land', query);
export const useCheckUps = (query: Query) => useAnswer<CheckUps>('/check-ups', query);
export const useBatches = (query: Query) => useAnswer<Batches>('/four-batches', query);
export const useBatchRows = (query: Query, enabled: boolean) =>
  useAnswer<BatchRows>('/four-batches/rows', query, enabled);
export const useSummary = () => useAnswer<ResponseOf<typeof progress.summary>>('/progress/summary', {});
export const useReceipts = (contractId: string) =>
  useQuery({
    queryKey: ['receipts', contractId],
    queryFn: ({ signal }) =>
      call<{ data: Receipt[] }>('GET', '/receipts', undefined, {
        signal,
        query: {
          perPage: 200,
          sort: 'arrivedOn',
          order: 'desc',
          filter: JSON.stringify({ contractId, history: true }),
        },
      }).then(({ data }) => data),
  });

/** Milestones whose extension waits for an approval; told to those who may read approvals. */
export function usePendingExtensions(contractId: string, asked: boolean): readonly string[] {
  const may = useCan('read', 'Approval');
  const { data } = useQuery({
    queryKey: ['approvals', 'extensions', contractId],
    queryFn: ({ signal }) =>
      call<{ data: { subjectId: string }[] }>('GET', '/approvals', undefined, {
        signal,
        query: { perPage: 50, filter: JSON.stringify({ contractId, kind: 'milestone-extension', state: 'pending' }) },
      }).then(({ data: open }) => open.map(({ subjectId }) => subjectId)),
    enabled: may && asked,
  });
  return data ?? none;
}

const none: never[] = [];

/** All choices made on the page stand in its address; changing one goes back to the first page of a list. */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const set = (change: Record<string, string | null>) =>
    setSearch((before) => addressWith(before, change), { preventScrollReset: true });
  return { search, set };
}

export type Address = ReturnType<typeof useAddress>;
