import { IDLE_DAYS } from '@crm/domain/access';
import type { User } from '@crm/api-contract/access';
import { Where, known, shaped } from '../data-access/index.js';
import type { Rows, ShownOf } from '@crm/platform/db';
import { appUserTable } from './access.entity.js';
import { USER_COLUMNS, USER_FROM } from './access.store.js';
import { lockedUntil } from './sign-in-attempts.js';

/** A program is a user too, but not a person to keep or to choose. */
export const people = () => new Where().and('NOT EXISTS (SELECT 1 FROM api_key a WHERE a.user_id = t.id)');

/** Enabled, with a password of their own, and not signed in for 90 days. Whoever never did counts as well. */
export const IDLE = `(
  t.disabled_at IS NULL
  AND t.starting_until IS NULL
  AND coalesce(s.at, t.password_set_at, t.created_at) < now() - interval '${IDLE_DAYS} days'
)`;
/** A department and all below it. */
export const BRANCH = `
  WITH RECURSIVE below AS (
    SELECT b.id FROM department b WHERE b.id = ?
    UNION
    SELECT b.id FROM department b JOIN below ON b.parent_id = below.id
  )
  SELECT id FROM below
`;
export const WAITING = '(t.disabled_at IS NULL AND t.starting_until IS NOT NULL)';
export const LOCKED = `(t.disabled_at IS NULL AND ${lockedUntil('t')} IS NOT NULL)`;

export const LISTED_FROM = `${USER_FROM}
  LEFT JOIN last_sign_in s ON s.user_id = t.id
  LEFT JOIN app_user c ON c.id = t.created_by`;
export const LISTED_COLUMNS = `
  ${USER_COLUMNS}, ${appUserTable.pick('t', 'email', 'phone', 'createdAt')}, c.name AS "createdBy",
  s.at AS "lastSignInAt", ${IDLE} AS idle, ${lockedUntil('t')} AS "lockedUntil",
  ARRAY(SELECT x.department_id FROM scope_department x WHERE x.user_id = t.id ORDER BY x.id) AS "departmentIds"
`;

export interface ListedUser extends ShownOf<typeof appUserTable> {
  readonly departmentName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly lastSignInAt: string | null;
  readonly idle: boolean;
  readonly lockedUntil: string | null;
  readonly departmentIds: string[];
}

export const userView = ({ disabledAt, locale: _locale, ...row }: ListedUser): User =>
  shaped<User>()({ ...row, disabled: disabledAt !== null });

/** A person; `record.absent` for a program. */
export async function oneUser(rows: Rows, id: string): Promise<User> {
  const where = people().and('t.id = ?', id);
  return userView(
    known(await rows.one<ListedUser>(`SELECT ${LISTED_COLUMNS} FROM ${LISTED_FROM} ${where.sql}`, where.values)),
  );
}
