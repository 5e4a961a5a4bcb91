import { Refusal } from '@crm/domain/refusal';
import type { Database, Rows, Tx } from '@crm/platform/db';

/** Wrong passwords for one account from one address before that pair is locked. */
const PER_PAIR = 5;
/** An office often shares one address, so one forgetful colleague must not lock out the whole office. */
const PER_ADDRESS = 50;
/**
 * An account is never locked over all addresses, or anybody could lock its owner out. From this number on, guesses are
 * slowed.
 */
const UNSLOWED = 10;
const SLOWER_MS = 250;
const SLOWEST_MS = 4_000;
const LOCK = "interval '15 minutes'";
/** A guess that is still being checked counts for this long; its process may have died. */
const UNDER_WAY = "interval '30 seconds'";
const PATIENCE_MS = 20_000;

export interface Attempt {
  readonly pair: string;
  readonly address: string;
  readonly account: string;
}

export const attemptOf = (username: string, address: string): Attempt => ({
  pair: `pair:${username.toLowerCase()}|${address}`,
  address: `address:${address}`,
  account: `account:${username.toLowerCase()}`,
});

const FAILURES = `CASE WHEN f.locked_until IS NULL AND f.last_at > now() - ${LOCK} THEN f.failures ELSE 0 END`;
const TRYING = `CASE WHEN f.tried_at > now() - ${UNDER_WAY} THEN f.trying ELSE 0 END`;

/** Reserves a place for one guess before it is checked, so that forty guesses at once cannot exceed the limit. */
const TAKE_PLACE = `
  INSERT INTO login_failure AS f (subject, failures, last_at, trying, tried_at)
  VALUES ($1, 0, now(), 1, now())
  ON CONFLICT (subject)
  DO UPDATE SET failures = ${FAILURES}, trying = ${TRYING} + 1, tried_at = now(), locked_until = NULL
  WHERE coalesce(f.locked_until <= now(), true) AND ${FAILURES} + ${TRYING} < $2
  RETURNING failures
`;
const COUNT_WRONG = `
  INSERT INTO login_failure AS f (subject, failures, last_at, locked_until)
  VALUES ($1, 1, now(), NULL)
  ON CONFLICT (subject)
  DO UPDATE SET
    failures = ${FAILURES} + 1, trying = greatest(f.trying - 1, 0), last_at = now(),
    locked_until = CASE WHEN ${FAILURES} + 1 >= $2 THEN now() + ${LOCK} ELSE f.locked_until END
`;

/**
 * Reserves a place for one guess. Refuses `rate.limited` while the pair or the address is locked. Returns how long to
 * wait first, if the account was guessed from many addresses.
 */
export async function takePlace(database: Database, attempt: Attempt): Promise<number> {
  for (const end = Date.now() + PATIENCE_MS; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const slowedMs = await placeFor(database, attempt);
    if (slowedMs !== undefined) return slowedMs;
    const seconds = await database.read((rows) => lockedSeconds(rows, attempt));
    if (seconds !== undefined || Date.now() > end)
      throw new Refusal('rate.limited', { retryAfterSeconds: seconds ?? 1 }, 'forbidden');
  }
}

/** Reserves both places or none; undefined: other guesses are being checked, or there is a lock. */
async function placeFor(database: Database, { pair, address, account }: Attempt): Promise<number | undefined> {
  class NoPlace extends Error {}
  try {
    return await database.transaction('system:access', async (tx) => {
      for (const [subject, allowed] of [
        [pair, PER_PAIR],
        [address, PER_ADDRESS],
      ] as const)
        if (!(await tx.one(TAKE_PLACE, [subject, allowed]))) throw new NoPlace();
      const known = await tx.one<{ failures: number }>(
        `SELECT ${FAILURES} AS failures FROM login_failure f WHERE subject = $1`,
        [account],
      );
      return Math.min(SLOWEST_MS, Math.max(0, (known?.failures ?? 0) - UNSLOWED) * SLOWER_MS);
    });
  } catch (error) {
    if (error instanceof NoPlace) return undefined;
    throw error;
  }
}

async function lockedSeconds(rows: Rows, { pair, address }: Attempt): Promise<number | undefined> {
  const lock = await rows.one<{ seconds: number | null }>(
    `SELECT ceil(extract(epoch FROM max(locked_until) - now()))::int AS seconds
     FROM login_failure
     WHERE subject = ANY($1) AND locked_until > now()`,
    [[pair, address]],
  );
  return lock?.seconds ?? undefined;
}

export async function countWrong(tx: Tx, { pair, address, account }: Attempt): Promise<void> {
  await tx.run(COUNT_WRONG, [pair, PER_PAIR]);
  await tx.run(COUNT_WRONG, [address, PER_ADDRESS]);
  await tx.run(COUNT_WRONG, [account, 2_000_000_000]);
}

/** Forgets the failures of the pair. Those of the address stay: a guesser may have an account of their own. */
export async function countRight(tx: Tx, { pair, address }: Attempt): Promise<void> {
  await tx.run('DELETE FROM login_failure WHERE subject = $1', [pair]);
  await tx.run('UPDATE login_failure SET trying = greatest(trying - 1, 0) WHERE subject = $1', [address]);
}

/** Forgets the wrong passwords of an account, and the locks of the addresses they came from. */
export async function unlock(tx: Tx, username: string): Promise<void> {
  const pairs = `pair:${username.toLowerCase()}|`;
  await tx.run(
    `DELETE FROM login_failure
     WHERE subject IN (
       SELECT 'address:' || substr(p.subject, length($1) + 1)
       FROM login_failure p
       WHERE starts_with(p.subject, $1)
     )`,
    [pairs],
  );
  await tx.run('DELETE FROM login_failure WHERE starts_with(subject, $1) OR subject = $2', [
    pairs,
    attemptOf(username, '').account,
  ]);
}

/** Until when the account `user` is locked at any address; null if it is not. */
export const lockedUntil = (user: string): string => `(
  SELECT max(f.locked_until)
  FROM login_failure f
  WHERE f.locked_until > now() AND starts_with(f.subject, 'pair:' || lower(${user}.username) || '|')
)`;
