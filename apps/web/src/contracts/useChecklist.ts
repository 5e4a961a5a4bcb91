import { contractChecklists } from '@crm/api-contract/routes';
import { useLocale } from 'ra-core';
import { useAsk } from '../providers/useAsk.js';

export const useChecklist = (contractId: string) => useAsk(contractChecklists.one, { params: { id: contractId } });

/** A clause in the reader's language. */
export function useClauseName(): (clause: { name: string; nameEn: string }) => string {
  const english = useLocale() === 'en';
  return ({ name, nameEn }) => (english ? nameEn : name);
}
