import type { Approval, ApprovalInFull, approvals } from '@crm/api-contract/approvals';
import type { ResponseOf } from '@crm/api-contract/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCan } from '../providers/abilities.js';
import { call } from '../providers/http.js';
import { useLive } from '../providers/live.js';

export const MINE = ['todo', 'requested', 'done'] as const;
export type Mine = (typeof MINE)[number];
export const PER_PAGE = 50;
const KEY = 'approvals';

export function useApprovalCounts() {
  const may = useCan('read', 'Approval');
  return useQuery({
    queryKey: [KEY, 'counts'],
    enabled: may,
    queryFn: ({ signal }) =>
      call<ResponseOf<typeof approvals.counts>>('GET', '/approvals/counts', undefined, { signal }),
  }).data;
}

/** Decided elsewhere: cases are read again, and contracts, whose state follows. */
export function useApprovalsHeard(): void {
  const client = useQueryClient();
  const again = () => {
    void client.invalidateQueries({ queryKey: [KEY] });
    void client.invalidateQueries({ queryKey: ['contracts', 'one'] });
  };
  useLive('approvals', again);
  useLive('resync', again);
}

export const useApprovals = (mine: Mine, page = 1, perPage = PER_PAGE) =>
  useQuery({
    queryKey: [KEY, 'list', mine, page, perPage],
    queryFn: ({ signal }) =>
      call<{ data: Approval[]; total: number }>('GET', '/approvals', undefined, {
        signal,
        query: { page, perPage, sort: 'requestedAt', order: 'desc', filter: JSON.stringify({ mine }) },
      }),
  });

export const useApproval = (id: string) =>
  useQuery({
    queryKey: [KEY, 'one', id],
    queryFn: ({ signal }) => call<ApprovalInFull>('GET', `/approvals/${id}`, undefined, { signal }),
  });

export const useSigners = (wanted: boolean) =>
  useQuery({
    queryKey: [KEY, 'signers'],
    enabled: wanted,
    queryFn: ({ signal }) =>
      call<ResponseOf<typeof approvals.signers>>('GET', '/approvals/signers', undefined, { signal }).then(
        ({ data }) => data,
      ),
  });

/** The last case about the signing of a contract, whatever became of it. */
export function useSigningCase(contractId: string) {
  const may = useCan('read', 'Approval');
  return useQuery({
    queryKey: [KEY, 'of', contractId],
    enabled: may,
    queryFn: ({ signal }) =>
      call<{ data: Approval[] }>('GET', '/approvals', undefined, {
        signal,
        query: {
          perPage: 1,
          sort: 'requestedAt',
          order: 'desc',
          filter: JSON.stringify({ contractId, kind: 'contract-signing' }),
        },
      }).then(({ data }) => data[0] ?? null),
  }).data;
}
