import { approvals, contracts } from '@crm/api-contract/routes';
import { useQueryClient } from '@tanstack/react-query';
import { useCan } from '../providers/abilities.js';
import { useLive } from '../providers/live.js';
import { keyOf, useAsk } from '../providers/useAsk.js';

export const MINE = ['todo', 'requested', 'done'] as const;
export type Mine = (typeof MINE)[number];
const KEY = 'approvals';

export function useApprovalCounts() {
  const may = useCan('read', 'Approval');
  return useAsk(approvals.counts, {}, { enabled: may }).data;
}

/** After a decision elsewhere, cases and contracts are loaded again, since their state follows. */
export function useApprovalsHeard(): void {
  const client = useQueryClient();
  const again = () => {
    void client.invalidateQueries({ queryKey: [KEY] });
    void client.invalidateQueries({ queryKey: keyOf(contracts.one) });
  };
  useLive('approvals', again);
  useLive('resync', again);
}

/** The latest few, for a card. */
export const useApprovals = (mine: Mine, perPage: number) =>
  useAsk(approvals.list, { query: { perPage, sort: 'requestedAt', order: 'desc', filter: { mine } } });

export const useApproval = (id: string) => useAsk(approvals.one, { params: { id } });

export const useSigners = (wanted: boolean) =>
  useAsk(approvals.signers, {}, { enabled: wanted, select: ({ data }) => data });

/** The last signing case of a contract, in any state. */
export function useSigningCase(contractId: string) {
  const may = useCan('read', 'Approval');
  const filter = { contractId, kind: 'contract-signing' } as const;
  return useAsk(
    approvals.list,
    { query: { perPage: 1, sort: 'requestedAt', order: 'desc', filter } },
    { enabled: may, select: ({ data }) => data[0] ?? null },
  ).data;
}
