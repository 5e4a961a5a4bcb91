import { corrections } from '@crm/api-contract/routes';
import { useAsk } from '../providers/useAsk.js';

export const useCorrections = (contractId: string) =>
  useAsk(corrections.list, { params: { id: contractId } }, { select: ({ data }) => data });
