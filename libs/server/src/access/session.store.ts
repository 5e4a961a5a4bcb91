import { computed, type Rows, type Tx } from '@crm/platform/db';
import { sessionTable, spentTokenTable } from './access.entity.js';
import { USER_COLUMNS, type UserRow } from './access.store.js';

export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  /** The token was exchanged for another one. */
  readonly spent: boolean;
  /** As above, but only a moment ago: two tabs exchanged at once. */
  readonly inGrace: boolean;
  readonly secondsLeft: number;
}

/** Not ended, not too old, not idle for `?` minutes. */
const open = (idleMinutes: string): string =>
  `s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(mins => ${idleMinutes})`;

/** Not disabled, and the last day is not over: the worker disables the account only some minutes after midnight. */
const working = (today: string): string => `t.disabled_at IS NULL AND (t.last_day IS NULL OR t.last_day >= ${today})`;

/** The user of an open session who still works here. Asked on every request. `seconds`: since it was last in use. */
export const userOfSession = async (
  rows: Rows,
  sessionId: string,
  idleMinutes: number,
  today: string,
): Promise<(UserRow & { readonly seconds: number }) | undefined> =>
  (
    await rows.hot<UserRow & { readonly seconds: number }>(
      `SELECT ${USER_COLUMNS}, extract(epoch FROM now() - s.last_seen_at)::int AS seconds
       FROM session s
       JOIN app_user t ON t.id = s.user_id
       LEFT JOIN department d ON d.id = t.department_id
       WHERE s.id = $1 AND ${open('$2')} AND ${working('$3')}`,
      [sessionId, idleMinutes, today],
    )
  )[0];

export const holding = (rows: Rows, sessionIds: readonly string[], idleMinutes: number, today: string) =>
  rows.hot<{ id: string }>(
    `SELECT s.id
     FROM session s
     JOIN app_user t ON t.id = s.user_id
     WHERE s.id = ANY($1) AND ${open('$2')} AND ${working('$3')}`,
    [sessionIds, idleMinutes, today],
  );

export const seen = (tx: Tx, id: string) => sessionTable.update(tx, { id }, { lastSeenAt: computed('now()') });

export interface NewSession {
  readonly id: string;
  readonly userId: string;
  readonly tokenHash: Buffer;
  readonly hours: number;
  readonly client: string;
  readonly address: string;
}

export const openSession = (tx: Tx, { hours, client, address, ...session }: NewSession) =>
  sessionTable.insert(tx, {
    ...session,
    expiresAt: computed('now() + make_interval(hours => ?)', hours),
    client: client.slice(0, 200),
    address: address.slice(0, 64),
  });

/** Beyond `allowed` the oldest sessions of the person end. Two sign-ins at once take turns. */
export async function endOldest(tx: Tx, userId: string, allowed: number): Promise<void> {
  await tx.one('SELECT 1 FROM app_user WHERE id = $1 FOR NO KEY UPDATE', [userId]);
  await tx.run(
    `UPDATE session
     SET ended_at = now(), ended_because = 'too many sessions'
     WHERE id IN (
       SELECT id
       FROM session
       WHERE user_id = $1 AND ended_at IS NULL AND expires_at > now()
       ORDER BY created_at DESC, id DESC
       OFFSET $2
     )`,
    [userId, allowed],
  );
}

/** The open session to which this old token once belonged. */
export const sessionByToken = (tx: Tx, hash: Buffer, idleMinutes: number) =>
  tx.one<SessionRow>(
    `SELECT
       s.id, s.user_id AS "userId", s.token_hash <> $1 AS spent,
       coalesce(s.previous_hash = $1 AND s.rotated_at > now() - interval '10 seconds', false) AS "inGrace",
       ceil(extract(epoch FROM s.expires_at - now()))::int AS "secondsLeft"
     FROM session s
     WHERE s.id IN (
         SELECT id FROM session WHERE token_hash = $1
         UNION ALL
         SELECT id FROM session WHERE previous_hash = $1
         UNION ALL
         SELECT session_id FROM spent_token WHERE token_hash = $1
       )
         AND ${open('$2')}
     FOR UPDATE OF s`,
    [hash, idleMinutes],
  );

/** Stores the next token; the one before the last is kept among the spent tokens. */
export async function rotateSession(tx: Tx, id: string, hash: Buffer): Promise<void> {
  await tx.run(
    `INSERT INTO ${spentTokenTable.name} (token_hash, session_id)
     SELECT previous_hash, id
     FROM session
     WHERE id = $1 AND previous_hash IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [id],
  );
  await sessionTable.update(
    tx,
    { id },
    { previousHash: computed('token_hash'), tokenHash: hash, rotatedAt: computed('now()') },
  );
}

export const endSession = (tx: Tx, id: string, because: string) =>
  sessionTable.update(tx, { id, endedAt: null }, { endedAt: computed('now()'), endedBecause: because });

/** Ends every session of the person but `kept`; returns those it ended. */
export async function endAllSessions(tx: Tx, userId: string, because: string, kept?: string): Promise<string[]> {
  const open = await sessionTable.find(tx, { userId, endedAt: null });
  const ids = open.map(({ id }) => id).filter((id) => id !== kept);
  if (ids.length > 0) await sessionTable.update(tx, { id: ids }, { endedAt: computed('now()'), endedBecause: because });
  return ids;
}

interface OpenSession {
  readonly id: string;
  readonly address: string;
  readonly client: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

/** The sessions a person could still use, the latest sign-in first. */
export const openSessionsOf = (rows: Rows, userId: string, idleMinutes: number) =>
  rows.rows<OpenSession>(
    `SELECT ${sessionTable.pick('s', 'id', 'address', 'client', 'createdAt', 'lastSeenAt', 'expiresAt')}
     FROM session s
     WHERE s.user_id = $1 AND ${open('$2')}
     ORDER BY s.created_at DESC, s.id DESC`,
    [userId, idleMinutes],
  );

/** Marks sessions that are idle or too old as ended, at the moment they became so. Returns how many. */
export const endUnused = (tx: Tx, idleMinutes: number): Promise<number> =>
  tx.run(
    `UPDATE session s
     SET
       ended_at = least(s.expires_at, s.last_seen_at + make_interval(mins => $1)),
       ended_because = CASE
         WHEN s.expires_at <= s.last_seen_at + make_interval(mins => $1) THEN 'too old'
         ELSE 'idle'
       END
     WHERE s.ended_at IS NULL AND NOT (${open('$1')})`,
    [idleMinutes],
  );
