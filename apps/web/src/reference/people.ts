import type { User } from '@crm/api-contract/access';
import { users } from '@crm/api-contract/routes';
import { useAsk } from '../providers/useAsk.js';

const officers = {
  query: { perPage: 200, sort: 'name', order: 'asc', filter: { role: 'officer', disabled: false } },
} as const;
const none: never[] = [];

/** People who can own a lead. */
export const useOfficers = (): readonly User[] => useAsk(users.list, officers).data?.data ?? none;
