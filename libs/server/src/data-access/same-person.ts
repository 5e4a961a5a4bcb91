import type { Rows } from '@crm/platform/db';
import type { Actor } from './actor.js';

/**
 * Every account that counts as this person: their own, and each key they made. An approval needs two people, so
 * accounts are compared with these. Read anew each time: a key may be a second old.
 */
export async function accountsOf(rows: Rows, actor: Pick<Actor, 'userId'>): Promise<readonly string[]> {
  const found = await rows.rows<{ id: string }>(
    `WITH person AS (
       SELECT coalesce((SELECT k.created_by FROM api_key k WHERE k.user_id = $1), $1::uuid) AS id
     )
     SELECT p.id
     FROM person p
     UNION
     SELECT k.user_id
     FROM api_key k
     JOIN person p ON k.created_by = p.id`,
    [actor.userId],
  );
  return found.map(({ id }) => id);
}

/** Whether an account is the actor, or a key of theirs, or whoever made the actor's key. */
export const isSamePerson = async (rows: Rows, actor: Actor, account: string | null): Promise<boolean> =>
  account !== null && (account === actor.userId || (await accountsOf(rows, actor)).includes(account));
