import type { Rows, ShownOf } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import { appUserTable } from './access.entity.js';

export interface UserRow extends ShownOf<typeof appUserTable> {
  readonly departmentName: string | null;
}

export const USER_COLUMNS = `${appUserTable.columns('t')}, d.name AS "departmentName"`;
export const USER_FROM = 'app_user t LEFT JOIN department d ON d.id = t.department_id';

export const userByName = (rows: Rows, username: string) =>
  rows.one<UserRow & { readonly passwordHash: string | null }>(
    `SELECT ${USER_COLUMNS}, ${appUserTable.pick('t', 'passwordHash')} FROM ${USER_FROM} WHERE lower(t.username) = lower($1)`,
    [username],
  );
export const userById = (rows: Rows, id: string) =>
  rows.one<UserRow>(`SELECT ${USER_COLUMNS} FROM ${USER_FROM} WHERE t.id = $1`, [id]);

export function actorFrom(user: UserRow, sessionId: string): Actor {
  return {
    userId: user.id,
    username: user.username,
    name: user.name,
    role: user.role,
    departmentId: user.departmentId,
    departmentName: user.departmentName,
    dataScope: user.dataScope,
    locale: user.locale,
    sessionId,
    ...(user.startingUntil === null ? {} : { mustChangePassword: true }),
  };
}
