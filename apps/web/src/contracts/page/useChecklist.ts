import type { ContractChecklist } from '@crm/api-contract/contracts';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'ra-core';
import { call } from '../../providers/http.js';

export const useChecklist = (contractId: string) =>
  useQuery({
    queryKey: ['contracts', 'checklist', contractId],
    queryFn: ({ signal }) =>
      call<ContractChecklist>('GET', `/contracts/${contractId}/checklist`, undefined, { signal }),
  });

/** A clause in the reader's language. */
export function useClauseName(): (clause: { name: string; nameEn: string }) => string {
  const english = useLocale() === 'en';
  return ({ name, nameEn }) => (english ? nameEn : name);
}
