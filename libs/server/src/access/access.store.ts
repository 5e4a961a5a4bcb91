import { computed, type Rows, type ShownOf, type Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import { appUserTable, sessionTable } from './access.entity.js';

export interface UserRow extends ShownOf<typeof appUserTable> {
  readonly departmentName: string | null;
}

export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly previous: boolean;
  readonly inGrace: boolean;
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

/** The user of an open session: not ended, not expired, user not disabled. Runs on every request. */
export const userOfSession = async (rows: Rows, sessionId: string): Promise<UserRow | undefined> =>
  (
    await rows.hot<UserRow>(
      `SELECT ${USER_COLUMNS}
       FROM session s
       JOIN app_user t ON t.id = s.user_id
       LEFT JOIN department d ON d.id = t.department_id
       WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > now() AND t.disabled_at IS NULL`,
      [sessionId],
    )
  )[0];

export const holding = (rows: Rows, sessionIds: readonly string[]) =>
  rows.hot<{ id: string }>(
    `SELECT s.id
     FROM session s
     JOIN app_user t ON t.id = s.user_id
     WHERE s.id = ANY($1) AND s.ended_at IS NULL AND s.expires_at > now() AND t.disabled_at IS NULL`,
    [sessionIds],
  );

export const openSession = (tx: Tx, id: string, userId: string, tokenHash: Buffer, hours: number, client: string) =>
  sessionTable.insert(tx, {
    id,
    userId,
    tokenHash,
    expiresAt: computed('now() + make_interval(hours => ?)', hours),
    client: client.slice(0, 200),
  });

export const sessionByToken = (tx: Tx, hash: Buffer) =>
  tx.one<SessionRow>(
    `SELECT
       id, user_id AS "userId", previous_hash = $1 AS previous,
       rotated_at > now() - interval '10 seconds' AS "inGrace"
     FROM session
     WHERE (token_hash = $1 OR previous_hash = $1) AND ended_at IS NULL AND expires_at > now()
     FOR UPDATE`,
    [hash],
  );

export const rotateSession = (tx: Tx, id: string, hash: Buffer) =>
  sessionTable.update(
    tx,
    { id },
    { previousHash: computed('token_hash'), tokenHash: hash, rotatedAt: computed('now()') },
  );
export const endSession = (tx: Tx, id: string, because: string) =>
  sessionTable.update(tx, { id, endedAt: null }, { endedAt: computed('now()'), endedBecause: because });

export const lockedUntil = async (rows: Rows, subjects: readonly string[]) =>
  (
    await rows.one<{ until: string | null }>(
      `SELECT max(locked_until) AS until
       FROM login_failure
       WHERE subject = ANY($1) AND locked_until > now()`,
      [subjects],
    )
  )?.until ?? undefined;

export const countFailure = (tx: Tx, subject: string, allowed: number, lockMinutes: number) =>
  tx.run(
    `INSERT INTO login_failure AS f (subject, failures, last_at)
     VALUES ($1, 1, now())
     ON CONFLICT (subject)
     DO UPDATE SET
       failures = CASE WHEN f.last_at < now() - make_interval(mins => $3) THEN 1 ELSE f.failures + 1 END,
       last_at = now(),
       locked_until = CASE WHEN f.failures + 1 >= $2
         AND f.last_at >= now() - make_interval(mins => $3) THEN now() + make_interval(mins => $3) ELSE NULL END`,
    [subject, allowed, lockMinutes],
  );
export const forgetFailures = (tx: Tx, subject: string) =>
  tx.run('DELETE FROM login_failure WHERE subject = $1', [subject]);

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
  };
}
