import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Rows } from '@crm/platform/db';

const LOCK = `hashtext('reminders.plan')`;
const ASK_AGAIN_MS = 250;
/** Another worker may be planning tens of thousands of reminders; after this time the queue tries again. */
const PATIENCE_MS = 300_000;

/** The lock that only one worker holds, on its connection. */
export interface Held {
  /** For reading; each statement on its own. */
  readonly rows: Rows;
  /** Throws if the connection, and so the lock, is lost. */
  still(): Promise<void>;
}

/**
 * One planning at a time among all workers, over many transactions: a planning with older data must not cancel what a
 * later one wrote. The lock belongs to a connection and ends with it when a worker dies. A waiting worker holds no
 * connection.
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
