import type { Rows } from '@crm/platform/db';
import type { UserRow } from './access.store.js';

/**
 * One account per role, and a second manager, officer and secretary. Nobody approves their own request, and two
 * colleagues may see different rows.
 */
export const DEMO_ACCOUNTS = [
  { username: 'manager', name: '周岚', role: 'manager', dataScope: 'all' },
  { username: 'director', name: '韩冬', role: 'manager', dataScope: 'all' },
  { username: 'officer', name: '符晓', role: 'officer', dataScope: 'department' },
  { username: 'officer2', name: '吴启明', role: 'officer', dataScope: 'self' },
  { username: 'secretary', name: '林书航', role: 'secretary', dataScope: 'self' },
  { username: 'secretary2', name: '王海燕', role: 'secretary', dataScope: 'self' },
  { username: 'auditor', name: '黎昕', role: 'auditor', dataScope: 'all' },
  { username: 'admin', name: '系统管理员', role: 'admin', dataScope: 'all' },
] as const;

/** Those that are still there, for the sign-in page. */
export const demoAccountsIn = (rows: Rows): Promise<Pick<UserRow, 'username' | 'name' | 'role'>[]> =>
  rows.rows(
    `SELECT username, name, role
     FROM app_user
     WHERE demo AND disabled_at IS NULL AND username = ANY($1)
     ORDER BY array_position($1, username)`,
    [DEMO_ACCOUNTS.map((account) => account.username)],
  );
