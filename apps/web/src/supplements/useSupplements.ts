import { supplements } from '@crm/api-contract/routes';
import { useAsk } from '../providers/useAsk.js';

export const useSupplements = (contractId: string) =>
  useAsk(supplements.list, { params: { id: contractId } }, { select: ({ data }) => data });
