import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import { currentContext, traceId, type WorkContext } from '../context/index.js';

/** The actor: `user:<uuid>` or `system:<process>`. The audit trigger refuses a change without one. */
export type ActorRef = `user:${string}` | `system:${string}`;

/**
 * Reads rows, with values as on the wire: `numeric` and `bigint` as plain decimal strings, `date` as 'YYYY-MM-DD',
 * `timestamptz` as ISO 8601 in UTC.
 */
export interface Rows {
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  one<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row | undefined>;
  /** The same, prepared once per connection, for the few fixed texts that run all day. */
  hot<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Reads and writes in the one transaction of a use case. */
export interface Tx extends Rows {
  /** Returns the number of rows changed. */
  run(sql: string, values?: readonly unknown[]): Promise<number>;
}

/** The request was already answered, and the stored answer is sent again. */
export class Replayed extends Error {
  constructor(readonly response: unknown) {
    super('replayed');
  }
}

/** The key was used for another request. */
export class IdempotencyMismatch extends Error {}

const RETRYABLE = new Set(['40001', '40P01']);
const names = new Map<string, string>();

function nameOf(sql: string): string {
  let name = names.get(sql);
  if (!name) names.set(sql, (name = `h_${createHash('sha1').update(sql).digest('hex').slice(0, 20)}`));
  return name;
}

/**
 * Statements sent together travel in one packet and are answered in order (`pipeline` in data-source.ts). Writing to
 * the socket is the most expensive part of a short request.
 */
function send<Row extends object>(client: PoolClient, query: QueryConfig): Promise<QueryResult<Row>> {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return client.query<Row>(query);
}

function rowsOn(client: PoolClient, prepared: boolean): Rows {
  const rows = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await send<Row>(client, { text, values: [...values] })).rows;
  return {
    rows,
    one: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await rows<Row>(text, values))[0],
    hot: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await send<Row>(client, { ...(prepared && { name: nameOf(text) }), text, values: [...values] })).rows,
  };
}

export const DATABASE = Symbol('DATABASE');

/** The only access to the database: one read, or one use case in one transaction. */
export class Database {
  private readonly prepared: boolean;

  /** `pooler`: the connections are shared within a session, so no statement may be prepared on them. */
  constructor(
    readonly dataSource: DataSource,
    { pooler = false }: { readonly pooler?: boolean } = {},
  ) {
    this.prepared = !pooler;
  }

  async read<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    return this.connected((client) => work(rowsOn(client, this.prepared)));
  }

  /**
   * One use case, one transaction. PostgreSQL knows the actor, and an Idempotency-Key is claimed together with the
   * change, so a repeated request finds both or neither. A dead-lock is tried again, twice at most.
   */
  async transaction<T>(actor: ActorRef, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(actor, work);
      } catch (error) {
        if (attempt >= 3 || !RETRYABLE.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  private attempt<T>(actor: ActorRef, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.connected(async (client) => {
      const rows = rowsOn(client, this.prepared);
      const tx: Tx = {
        ...rows,
        run: async (text, values = []) => (await send(client, { text, values: [...values] })).rowCount ?? 0,
      };
      const claim = currentContext()?.idempotency;
      const begun = begin(client, tx, actor);
      // Awaited when the work is over, which may be after it has failed.
      begun.catch(ignored);
      try {
        if (claim) await claimKey(tx, actor, claim);
        // The first statement of the work travels with those that begin the transaction.
        const result = await work(tx);
        await begun;
        await Promise.all([claim && keepAnswer(tx, actor, claim.key, result), send(client, { text: 'COMMIT' })]);
        return result;
      } catch (error) {
        await send(client, { text: 'ROLLBACK' }).catch(() => undefined);
        throw await begun.then(
          () => error,
          (cause: unknown) => cause,
        );
      }
    });
  }

  private async connected<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const { master: pool } = this.dataSource.driver as unknown as { master?: Pool };
    if (!pool) throw new Error('Driver not Connected');
    const client = await pool.connect();
    // A lost connection reports it twice: here, and to each of its statements.
    client.on('error', ignored);
    try {
      return await work(client);
    } finally {
      client.off('error', ignored);
      client.release();
    }
  }
}

const ignored = (): void => undefined;

async function begin(client: PoolClient, tx: Tx, actor: ActorRef): Promise<void> {
  await Promise.all([
    send(client, { text: 'BEGIN' }),
    tx.hot(`SELECT set_config('app.actor', $1, true), set_config('app.request', $2, true)`, [actor, traceId() ?? '']),
  ]);
}

/** Stores the answer with the key, in the same transaction. */
const keepAnswer = (tx: Tx, actor: ActorRef, key: string, result: unknown) =>
  tx.hot(
    `UPDATE idempotency_key
     SET response = $3
     WHERE actor = $1 AND key = $2 AND response IS NULL
     RETURNING key`,
    [actor, key, JSON.stringify({ body: result ?? null })],
  );

async function claimKey(tx: Tx, actor: ActorRef, claim: NonNullable<WorkContext['idempotency']>): Promise<void> {
  const [fresh] = await tx.hot<{ key: string }>(
    `INSERT INTO idempotency_key (actor, key, route, request_hash)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING
     RETURNING key`,
    [actor, claim.key, claim.route, claim.requestHash],
  );
  if (fresh) return;
  const before = await tx.one<{ route: string; request_hash: string; response: { body: unknown } | null }>(
    'SELECT route, request_hash, response FROM idempotency_key WHERE actor = $1 AND key = $2',
    [actor, claim.key],
  );
  // A second transaction of the same request finds its own key: there is nothing to claim.
  if (before && before.response === null) return;
  if (!before || before.route !== claim.route || before.request_hash !== claim.requestHash)
    throw new IdempotencyMismatch();
  throw new Replayed(before.response?.body);
}
