import type { UserChoice } from '@crm/api-contract/access';
import { userChoices } from '@crm/api-contract/routes';
import { useAsk } from '../providers/useAsk.js';

const owners = { query: { perPage: 200, sort: 'name', order: 'asc', filter: { task: 'leads' } } } as const;
const none: never[] = [];

/** People who can own a lead. */
export const useLeadOwners = (): readonly UserChoice[] => useAsk(userChoices.list, owners).data?.data ?? none;

/** The name, with the department where two people may have one name. */
export const personName = ({ name, departmentName }: Pick<UserChoice, 'name' | 'departmentName'>): string =>
  departmentName ? `${name} · ${departmentName}` : name;
