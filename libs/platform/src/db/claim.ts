import { currentContext, type Claim } from '../context/index.js';
import type { ActorRef, Tx } from './database.js';

/**
 * What a repeated request needs: which row the first one made or changed, or plain counts. The answer itself is never
 * stored. It would keep telephone numbers and keys, and show them to people who may no longer see them.
 */
export interface Trace {
  readonly id?: string;
  readonly counts?: Readonly<Record<string, number | boolean>>;
}

/** The request was already answered; its trace leads to the record. */
export class Replayed extends Error {
  constructor(readonly trace: Trace) {
    super('replayed');
  }
}

/** The key was used for another request. */
export class IdempotencyMismatch extends Error {}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function traceOf(result: unknown): Trace {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return {};
  const { id } = result as { id?: unknown };
  if (typeof id === 'string' && ID.test(id)) return { id };
  const plain = Object.values(result).every((value) => Number.isInteger(value) || typeof value === 'boolean');
  return plain ? { counts: result as Record<string, number | boolean> } : {};
}

/** The claim of the request, for the first transaction of the person who sent it. */
export function claimOf(actor: ActorRef): Claim | undefined {
  const claim = currentContext()?.idempotency;
  return claim && claim.actor === actor && !claim.answered ? claim : undefined;
}

/** Stores the trace with the key, in the same transaction. */
export const keepTrace = (tx: Tx, { actor, key }: Claim, result: unknown) =>
  tx.hot(
    `UPDATE idempotency_key
     SET response = $3
     WHERE actor = $1 AND key = $2
     RETURNING key`,
    [actor, key, JSON.stringify(traceOf(result))],
  );

export async function claimKey(tx: Tx, { actor, key, route, requestHash }: Claim): Promise<void> {
  const [fresh] = await tx.hot<{ key: string }>(
    `INSERT INTO idempotency_key (actor, key, route, request_hash)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING
     RETURNING key`,
    [actor, key, route, requestHash],
  );
  if (fresh) return;
  const before = await tx.one<{ route: string; request_hash: string; response: Trace | null }>(
    'SELECT route, request_hash, response FROM idempotency_key WHERE actor = $1 AND key = $2',
    [actor, key],
  );
  if (!before || before.route !== route || before.request_hash !== requestHash) throw new IdempotencyMismatch();
  throw new Replayed(before.response ?? {});
}
