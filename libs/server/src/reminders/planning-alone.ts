import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Rows } from '@crm/platform/db';

const LOCK = `hashtext('reminders.plan')`;
const ASK_AGAIN_MS = 250;
/** Another worker may be at tens of thousands of reminders; whoever waits longer is tried again by the queue. */
const PATIENCE_MS = 300_000;

/** That nobody else of all workers is planning, on the connection that holds it. */
export interface Held {
  /** Reads, each statement by itself. */
  readonly rows: Rows;
  /** Fails where the connection, and the lock with it, is gone. */
  still(): Promise<void>;
}

/**
 * One planning at a time, of all workers, over many transactions: what was computed from an older state must not cancel
 * what a later planning wrote. The lock belongs to a
 * connection and goes with it when a worker dies; who waits for it holds no connection.
 */
export async function planningAlone<T>(database: Database, work: (held: Held) => Promise<T>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; ; await pause(ASK_AGAIN_MS)) {
    const done = await database.read(async (rows) => {
      if (!(await rows.one<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS mine`))?.mine) return undefined;
      try {
        return { answer: await work({ rows, still: async () => void (await rows.one('SELECT 1')) }) };
      } finally {
        await rows.rows(`SELECT pg_advisory_unlock(${LOCK})`).catch(() => undefined);
      }
    });
    if (done) return done.answer;
    if (Date.now() > end) throw new Error('another planning of reminders goes on');
  }
}
