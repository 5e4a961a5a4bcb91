import type { Rows, Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';

export interface UserRow {
  id: string;
  username: string;
  name: string;
  role: Actor['role'];
  department_id: string | null;
  department_name: string | null;
  data_scope: Actor['dataScope'];
  locale: 'zh' | 'en';
  password_hash: string | null;
  disabled_at: string | null;
  version: number;
  demo: boolean;
}

export interface SessionRow {
  id: string;
  user_id: string;
  previous: boolean;
  in_grace: boolean;
}

export const USER_COLUMNS = `t.id, t.username, t.name, t.role, t.department_id, d.name AS department_name, t.data_scope, t.locale,
   t.disabled_at, t.version, t.demo`;
export const USER_FROM = 'app_user t LEFT JOIN department d ON d.id = t.department_id';

export const userByName = (rows: Rows, username: string) =>
  rows.one<UserRow>(`SELECT ${USER_COLUMNS}, t.password_hash FROM ${USER_FROM} WHERE lower(t.username) = lower($1)`, [
    username,
  ]);
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
  tx.run(
    `INSERT INTO session (id, user_id, token_hash, expires_at, client)
     VALUES ($1, $2, $3, now() + make_interval(hours => $4), $5)`,
    [id, userId, tokenHash, hours, client.slice(0, 200)],
  );

export const sessionByToken = (tx: Tx, hash: Buffer) =>
  tx.one<SessionRow>(
    `SELECT id, user_id, previous_hash = $1 AS previous, rotated_at > now() - interval '10 seconds' AS in_grace
     FROM session
     WHERE (token_hash = $1 OR previous_hash = $1) AND ended_at IS NULL AND expires_at > now()
     FOR UPDATE`,
    [hash],
  );

export const rotateSession = (tx: Tx, id: string, hash: Buffer) =>
  tx.run('UPDATE session SET previous_hash = token_hash, token_hash = $2, rotated_at = now() WHERE id = $1', [
    id,
    hash,
  ]);
export const endSession = (tx: Tx, id: string, because: string) =>
  tx.run('UPDATE session SET ended_at = now(), ended_because = $2 WHERE id = $1 AND ended_at IS NULL', [id, because]);

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
    departmentId: user.department_id,
    departmentName: user.department_name,
    dataScope: user.data_scope,
    locale: user.locale,
    sessionId,
  };
}
