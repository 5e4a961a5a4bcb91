import { createHash } from 'node:crypto';
import { PHONE_CHECKS_AN_HOUR, UNMASKINGS_AN_HOUR, isReason, maskedPhone } from '@crm/domain/enterprises';
import { Refusal } from '@crm/domain/refusal';
import { newId, type Tx } from '@crm/platform/db';
import { accountsOf, known, type Actor } from '../data-access/index.js';
import { phoneCheckTable } from './enterprise.entity.js';

const HOUR = 3_600;

/**
 * Records that somebody looked up a number. Ten different numbers an hour are free; more need a reason, else
 * `phone.reason`. Without a limit the answers would be a directory of numbers.
 */
export async function keepPhoneCheck(tx: Tx, actor: Actor, phone: string, reason: string | undefined): Promise<void> {
  if (reason !== undefined) assertReason(reason);
  const accounts = await takeTurn(tx, actor);
  const numberHash = createHash('sha256').update(`${accounts[0]} ${phone}`).digest();
  const asked = known(
    await tx.one<{ others: number; again: boolean }>(
      `SELECT
         count(DISTINCT p.number_hash) FILTER (WHERE p.number_hash <> $2)::int AS others,
         coalesce(bool_or(p.number_hash = $2), false) AS again
       FROM phone_check p
       WHERE p.user_id = ANY($1) AND p.created_at > now() - make_interval(secs => ${HOUR})`,
      [accounts, numberHash],
    ),
  );
  if (asked.again) return;
  if (asked.others >= PHONE_CHECKS_AN_HOUR && reason === undefined)
    throw new Refusal('phone.reason', { limit: PHONE_CHECKS_AN_HOUR }).at('/phoneReason');
  await phoneCheckTable.insert(tx, {
    id: newId(),
    userId: actor.userId,
    numberHash,
    masked: maskedPhone(phone),
    reason: reason ?? null,
  });
}

/**
 * Called before a whole number is shown. Refuses `reason.says-nothing`, and `rate.limited` above twenty per hour, for
 * contacts and audit together.
 */
export async function admitUnmasking(tx: Tx, actor: Actor, reason: string): Promise<void> {
  assertReason(reason);
  const accounts = await takeTurn(tx, actor);
  const { seen, seconds } = known(
    await tx.one<{ seen: number; seconds: number | null }>(
      `SELECT
         count(*)::int AS seen,
         ceil(extract(epoch FROM min(u.created_at) + make_interval(secs => ${HOUR}) - now()))::int AS seconds
       FROM
         (
           SELECT c.user_id, c.created_at
           FROM contact_unmasking c
           UNION ALL
           SELECT a.user_id, a.created_at
           FROM audit_unmasking a
         ) u
       WHERE u.user_id = ANY($1) AND u.created_at > now() - make_interval(secs => ${HOUR})`,
      [accounts],
    ),
  );
  if (seen >= UNMASKINGS_AN_HOUR)
    throw new Refusal('rate.limited', { retryAfterSeconds: Math.max(1, seconds ?? HOUR) }, 'forbidden');
}

/** Lookups of one person run one after another, so that parallel ones are counted. */
async function takeTurn(tx: Tx, actor: Actor): Promise<string[]> {
  const accounts = [...(await accountsOf(tx, actor))].sort();
  await tx.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 92))', [`phones ${accounts[0]}`]);
  return accounts;
}

function assertReason(reason: string): void {
  if (!isReason(reason)) throw new Refusal('reason.says-nothing').at('/reason');
}
