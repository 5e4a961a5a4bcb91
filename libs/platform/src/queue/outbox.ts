import type { z } from 'zod';
import type { Database, Tx } from '../db/index.js';
import { newId } from '../db/index.js';
import type { JobDeclaration } from './define-job.js';
import type { Settle } from '../job-engine/index.js';
import { TAKEN_SECONDS, type RelaySource, type Waiting } from './relay.js';

/** The channel that tells relays about new requests. */
export const REQUEST_CHANNEL = 'job_request';

/**
 * Requests a job in the transaction that causes it. A request never talks to the queue, which may be down or may lose
 * everything. The relay of a worker enqueues the job, again if necessary.
 */
export async function requestJob<Job extends JobDeclaration>(
  tx: Tx,
  job: Job,
  payload: z.input<Job['payload']>,
): Promise<string> {
  const id = newId();
  await tx.run('INSERT INTO job_request (id, job, payload) VALUES ($1, $2, $3)', [
    id,
    job.name,
    JSON.stringify(payload),
  ]);
  await tx.run(`SELECT pg_notify('${REQUEST_CHANNEL}', '')`);
  return id;
}

/** Closes a requested job as done or failed; until then the relay enqueues it again. */
export const settleJob = (tx: Tx, requestId: string, error?: unknown): Promise<number> =>
  tx.run('UPDATE job_request SET done_at = now(), error = $2 WHERE id = $1 AND done_at IS NULL', [
    requestId,
    error === undefined ? null : String(error instanceof Error ? error.message : error).slice(0, 500),
  ]);

export const settleIn =
  (database: Database): Settle =>
  async (requestId, error) =>
    void (await database.transaction('system:worker', (tx) => settleJob(tx, requestId, error)));

/**
 * Requested jobs as a source for the relay. A request for a job that this process does not know is left to another one.
 */
export class JobRequests implements RelaySource {
  readonly name = 'job requests';

  constructor(
    private readonly database: Database,
    private readonly jobs: readonly JobDeclaration[],
  ) {}

  async take(againAfterSeconds: number): Promise<Waiting[]> {
    const rows = await this.database.transaction('system:relay', async (tx) => {
      for (const { name, gatherMs } of this.jobs) if (gatherMs) await gather(tx, name, gatherMs);
      // Marks the row as enqueued some time ago, so that it comes again in a few seconds.
      return tx.hot<{ id: string; job: string; payload: object }>(
        `UPDATE job_request
         SET enqueued_at = now() - make_interval(secs => $1::int - $2::int)
         WHERE id IN (
             SELECT r.id
             FROM job_request r
             JOIN unnest($3::text[], $4::int[]) AS known(job, gather_ms) ON known.job = r.job
             WHERE r.done_at IS NULL
                 AND r.created_at <= now() - make_interval(secs => known.gather_ms / 1000.0)
                 AND (r.enqueued_at IS NULL OR r.enqueued_at < now() - make_interval(secs => $1::int))
                 AND (
                   known.gather_ms = 0
                     OR NOT EXISTS (
                       SELECT 1
                       FROM job_request before
                       WHERE before.job = r.job
                           AND before.enqueued_at > now() - make_interval(secs => known.gather_ms / 1000.0)
                     )
                 )
             ORDER BY r.id
             FOR UPDATE OF r SKIP LOCKED
             LIMIT 500
           )
             AND done_at IS NULL
         RETURNING id, job, payload`,
        [againAfterSeconds, TAKEN_SECONDS, this.jobs.map((job) => job.name), this.jobs.map((job) => job.gatherMs ?? 0)],
      );
    });
    return rows.map((row) => ({
      id: row.id,
      job: this.jobs.find((job) => job.name === row.job) as JobDeclaration,
      payload: { ...row.payload, requestId: row.id },
    }));
  }

  async stamp(ids: readonly string[]): Promise<void> {
    await this.database.transaction('system:relay', (tx) =>
      tx.hot('UPDATE job_request SET enqueued_at = now() WHERE id = ANY($1)', [ids]),
    );
  }

  async forget(): Promise<void> {
    await this.database.transaction('system:relay', (tx) =>
      tx.run('UPDATE job_request SET enqueued_at = NULL WHERE done_at IS NULL AND enqueued_at IS NOT NULL'),
    );
  }
}

/**
 * Keeps the last of the requests that nobody has taken and closes the others: its run comes after all of them and sees
 * their changes.
 */
const gather = (tx: Tx, job: string, ms: number): Promise<unknown> =>
  tx.hot(
    `UPDATE job_request
     SET done_at = now()
     WHERE done_at IS NULL
         AND id IN (
           SELECT id
           FROM job_request
           WHERE job = $1
               AND done_at IS NULL
               AND enqueued_at IS NULL
               AND created_at <= now() - make_interval(secs => $2::int / 1000.0)
           ORDER BY id DESC
           OFFSET 1
           FOR UPDATE SKIP LOCKED
         )`,
    [job, ms],
  );
