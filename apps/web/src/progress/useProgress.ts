import { approvals, checkUps, fourBatches, progress, receipts } from '@crm/api-contract/routes';
import type { AnswerOf, FilterAsked, QueryOf } from '@crm/api-contract/wire';
import { keepPreviousData } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { addressWith } from '../parts/text/address.js';
import { useCan } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';

export type Board = AnswerOf<typeof progress.board>;
export type IdleLand = AnswerOf<typeof progress.idleLand>;
export type CheckUps = AnswerOf<typeof checkUps.list>;
export type Batches = AnswerOf<typeof fourBatches.report>;

const kept = { placeholderData: keepPreviousData };

export const useBoard = (filter: FilterAsked<typeof progress.board>, page: number) =>
  useAsk(progress.board, { query: { page, perPage: 25, filter } }, kept);
export const useIdleLand = (query: QueryOf<typeof progress.idleLand>) => useAsk(progress.idleLand, { query }, kept);
export const useCheckUps = (query: QueryOf<typeof checkUps.list>) => useAsk(checkUps.list, { query }, kept);
export const useBatches = (query: QueryOf<typeof fourBatches.report>) => useAsk(fourBatches.report, { query }, kept);
export const useBatchRows = (query: QueryOf<typeof fourBatches.rows>, enabled: boolean) =>
  useAsk(fourBatches.rows, { query }, { ...kept, enabled });
export const useSummary = () => useAsk(progress.summary, {}, kept);
export const useReceipts = (contractId: string) =>
  useAsk(
    receipts.list,
    { query: { perPage: 200, sort: 'arrivedOn', order: 'desc', filter: { contractId, history: true } } },
    { select: ({ data }) => data },
  );

/** Milestones whose extension is waiting for approval; only for those who may read approvals. */
export function usePendingExtensions(contractId: string, asked: boolean): readonly string[] {
  const may = useCan('read', 'Approval');
  const filter = { contractId, kind: 'milestone-extension', state: 'pending' } as const;
  const { data } = useAsk(
    approvals.list,
    { query: { perPage: 50, filter } },
    { select: ({ data: open }) => open.map(({ subjectId }) => subjectId), enabled: may && asked },
  );
  return data ?? none;
}

const none: never[] = [];

/** All filters of the page are in the URL; changing one returns to the first page. */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const set = (change: Record<string, string | null>) =>
    setSearch((before) => addressWith(before, change), { preventScrollReset: true });
  return { search, set };
}

export type Address = ReturnType<typeof useAddress>;
