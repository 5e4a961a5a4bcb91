import type { Supplement } from '@crm/api-contract/supplements';
import { useQuery } from '@tanstack/react-query';
import { call } from '../providers/http.js';

export const useSupplements = (contractId: string) =>
  useQuery({
    queryKey: ['supplements', contractId],
    queryFn: ({ signal }) =>
      call<{ data: Supplement[] }>('GET', `/contracts/${contractId}/supplements`, undefined, { signal }).then(
        ({ data }) => data,
      ),
  });
