import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import { traceId } from '../context/index.js';
import { claimKey, claimOf, keepTrace } from './claim.js';

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
  private readonly seal: () => string;

  /**
   * `pooler`: sessions share connections, so no statement may be prepared on them. `seal`: what a transaction is given
   * to seal its audit rows with; without it they stay unsealed.
   */
  constructor(
    readonly dataSource: DataSource,
    { pooler = false, seal = () => '' }: { readonly pooler?: boolean; readonly seal?: () => string } = {},
  ) {
    this.prepared = !pooler;
    this.seal = seal;
  }

  async read<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    return this.connected((client) => work(rowsOn(client, this.prepared)));
  }

  /**
   * One use case, one transaction. PostgreSQL knows the actor. An Idempotency-Key is claimed together with the change,
   * so a repeated request finds both or neither. A deadlock is retried at most twice.
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
      const claim = claimOf(actor);
      const begun = begin(client, tx, actor, this.seal());
      // Awaited after the work has ended, even if it has failed.
      begun.catch(ignored);
      try {
        if (claim) await claimKey(tx, claim);
        // The first statement of the work is sent in one packet with those that begin the transaction.
        const result = await work(tx);
        await begun;
        await Promise.all([claim && keepTrace(tx, claim, result), send(client, { text: 'COMMIT' })]);
        if (claim) claim.answered = true;
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
    if (!heard.has(client)) {
      heard.add(client);
      client.on('error', ignored);
    }
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }
}

/** A lost connection reports it twice: to each of its statements, and as an event, which must be heard. */
const heard = new WeakSet<PoolClient>();
const ignored = (): void => undefined;

async function begin(client: PoolClient, tx: Tx, actor: ActorRef, seal: string): Promise<void> {
  await Promise.all([
    send(client, { text: 'BEGIN' }),
    tx.hot(
      `SELECT
         set_config('app.actor', $1, true), set_config('app.request', $2, true), set_config('app.seal', $3, true)`,
      [actor, traceId() ?? '', seal],
    ),
  ]);
}
