import type { z } from 'zod';
import type { Database, Tx } from '../db/index.js';
import { newId } from '../db/index.js';
import type { JobDeclaration } from './define-job.js';
import type { JobEngine } from './job-engine.js';

/**
 * Asks for a job inside the transaction that makes it needful. Nobody talks to the queue in a request: it may be down or
 * forget everything (reliability §2.1); a relay of the worker carries the request over, again if need be.
 */
export async function requestJob<Job extends JobDeclaration>(tx: Tx, job: Job, payload: z.input<Job['payload']>): Promise<string> {
  const id = newId();
  await tx.run('INSERT INTO job_request (id, job, payload) VALUES ($1, $2, $3)', [id, job.name, JSON.stringify(payload)]);
  await tx.run(`SELECT pg_notify('job_request', '')`);
  return id;
}

/** Marks a requested job as done; until then the relay brings it back. */
export const settleJob = (tx: Tx, requestId: string): Promise<number> => tx.run('UPDATE job_request SET done_at = now() WHERE id = $1', [requestId]);

interface Waiting {
  id: string;
  job: string;
  payload: object;
}

/** Carries requested jobs to the queue. Two relays at once share the work; a crash between the two steps sends one twice, which is harmless. */
export class OutboxRelay {
  constructor(
    private readonly database: Database,
    private readonly engine: JobEngine,
    private readonly jobs: readonly JobDeclaration[],
  ) {}

  async relay(againAfterSeconds = 30): Promise<number> {
    return this.database.transaction('system:relay', async (tx) => {
      const waiting = await tx.rows<Waiting>(
        `SELECT id, job, payload FROM job_request
         WHERE done_at IS NULL AND (enqueued_at IS NULL OR enqueued_at < now() - make_interval(secs => $1))
         ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 500`,
        [againAfterSeconds],
      );
      for (const declaration of this.jobs) {
        const items = waiting.filter((row) => row.job === declaration.name).map((row) => ({ id: row.id, payload: { ...row.payload, requestId: row.id } }));
        await this.engine.enqueue(declaration, items);
      }
      if (waiting.length > 0) await tx.run('UPDATE job_request SET enqueued_at = now() WHERE id = ANY($1)', [waiting.map((row) => row.id)]);
      return waiting.length;
    });
  }
}
