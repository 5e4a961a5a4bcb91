import { contactTable, formerNameTable } from './enterprise.entity.js';
import type { Follower } from './follower.js';

export const firmFollowers: readonly Follower[] = [
  { what: 'contacts', table: contactTable, field: 'enterpriseId' },
  { what: 'former-names', table: formerNameTable, field: 'enterpriseId' },
];
