import { newId, type Database, type Tx } from '@crm/platform/db';
import type { Day } from '@crm/domain/days';
import { dueSweepTable } from '../due/due.entity.js';
import { BEFORE_ALL, type DueSource } from '../due/index.js';

/**
 * Longer than any page; renewed with each page. A worker that lost it stops, and another continues after the last page.
 */
const LEASE = `now() + interval '60 seconds'`;
/** The complete message of a failure may be long and contain values. */
const TOLD_LENGTH = 300;

/** The lease of a room was taken by another worker after it expired. */
export class LeaseLost extends Error {}

/** One pass over a room; only this worker does it until its lease ends. */
export interface Pass {
  readonly room: string;
  readonly token: string;
  /** The last unit of the finished pages. */
  readonly after: string;
}

interface SweepRow {
  onDay: string | null;
  running: boolean;
  after: string | null;
}

/**
 * Takes the lease of a room and returns where to continue; undefined: another worker has it, or nothing is to be done.
 * This pass answers all requests until now, from the first page on. `anew` requests a pass itself.
 */
export function beginPass(
  database: Database,
  { room }: DueSource,
  todayIn: (tx: Tx) => Promise<Day>,
  anew: boolean,
): Promise<Pass | undefined> {
  return database.transaction('system:reminders', async (tx) => {
    await dueSweepTable.insert(tx, { id: newId(), room }, '(room) DO NOTHING');
    const token = newId();
    const row = await tx.one<SweepRow>(
      `UPDATE due_sweep
       SET token = $2, lease_until = ${LEASE}
       WHERE room = $1 AND (lease_until IS NULL OR lease_until < now())
       RETURNING on_day AS "onDay", running, after`,
      [room, token],
    );
    if (!row) return undefined;
    const asked = await tx.run('DELETE FROM due_ask WHERE room = $1', [room]);
    const today = await todayIn(tx);
    if (!anew && asked === 0 && row.onDay === today) {
      if (row.running) return { room, token, after: row.after ?? BEFORE_ALL };
      await tx.run('UPDATE due_sweep SET token = NULL, lease_until = NULL WHERE room = $1', [room]);
      return undefined;
    }
    await tx.run(
      `UPDATE due_sweep
       SET running = true, on_day = $2, after = NULL, units = 0, failed = 0
       WHERE room = $1`,
      [room, today],
    );
    return { room, token, after: BEFORE_ALL };
  });
}

/** In the transaction of a page: it is valid only while the lease is held. */
export async function pageDone(tx: Tx, { room, token }: Pass, after: string, units: number, failed = 0): Promise<void> {
  const held = await tx.run(
    `UPDATE due_sweep
     SET after = $3, units = units + $4, failed = failed + $5, lease_until = ${LEASE}
     WHERE room = $1 AND token = $2`,
    [room, token, after, units, failed],
  );
  if (held === 0) throw new LeaseLost();
}

/** `error`: of single records that were left out, although the pass finished. */
export const endPass = (database: Database, { room, token }: Pass, error?: unknown): Promise<number> =>
  database.transaction('system:reminders', (tx) =>
    tx.run(
      `UPDATE due_sweep
       SET
         running = false, ended_at = now(), token = NULL, lease_until = NULL, error = $3,
         failed_at = CASE WHEN $3::text IS NOT NULL THEN now() END
       WHERE room = $1 AND token = $2`,
      [room, token, told(error)],
    ),
  );

/** The room does not answer: its pass stays unfinished, and the next one continues after its last page. */
export const failPass = (database: Database, { room, token }: Pass, error: unknown): Promise<number> =>
  database.transaction('system:reminders', (tx) =>
    tx.run(
      `UPDATE due_sweep
       SET token = NULL, lease_until = NULL, error = $3, failed_at = now()
       WHERE room = $1 AND token = $2`,
      [room, token, told(error)],
    ),
  );

export const told = (error: unknown): string | null =>
  error === undefined ? null : String(error instanceof Error ? error.message : error).slice(0, TOLD_LENGTH);
