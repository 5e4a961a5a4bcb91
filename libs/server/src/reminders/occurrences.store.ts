import type { Day } from '@crm/domain/days';
import { newId, type Rows, type ShownOf, type Tx } from '@crm/platform/db';
import type { Planned } from './planned.js';
import { reminderOccurrenceTable } from './reminder.entity.js';

/** Reminders planned for a day are sent from this hour on, in the time zone of the office. */
export const TOLD_FROM = '08:00';
const BATCH = 500;

export type OccurrenceRow = ShownOf<typeof reminderOccurrenceTable>;

/** Today by the clock of the database, since workers' clocks may differ. */
export const todayIn = async (rows: Rows, zone: string): Promise<Day> =>
  (
    (await rows.one<{ today: string }>('SELECT (now() AT TIME ZONE $1)::date::text AS today', [zone])) as {
      today: string;
    }
  ).today;

/** Batches of one transaction each: it takes a second or two on a busy machine, and other work runs in between. */
export function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += BATCH) yield all.slice(start, start + BATCH);
}

/**
 * Writes missing rows. A repeated planning, a second worker or a crash in between gives the same keys. Returns the
 * number of new rows.
 */
export function addOccurrences(tx: Tx, some: readonly Planned[], zone: string): Promise<number> {
  const rows = some.map(({ key, record, ruleVersion, recipientId, channel }) => ({
    id: newId(),
    dedupe_key: key,
    rule: record.rule,
    rule_version: ruleVersion,
    subject_type: record.subject.type,
    subject_id: record.subject.id,
    recipient_id: recipientId,
    channel,
    step: record.step,
    due_day: record.dueDay,
    remind_on: record.remindOn,
    facts: record.facts,
    link: record.link,
    digest: record.digest,
  }));
  return tx.run(
    `INSERT INTO reminder_occurrence (
       id, dedupe_key, rule, rule_version, subject_type, subject_id, recipient_id, channel, step, due_day, remind_on,
       due_at, facts, link, digest
     )
     SELECT
       id, dedupe_key, rule, rule_version, subject_type, subject_id, recipient_id, channel, step, due_day, remind_on,
       (remind_on + time '${TOLD_FROM}') AT TIME ZONE $2, facts, link, digest
     FROM
       jsonb_to_recordset($1::jsonb) AS r(
         id uuid, dedupe_key text, rule text, rule_version int, subject_type text, subject_id text, recipient_id uuid,
         channel text, step text, due_day date, remind_on date, facts jsonb, link text, digest boolean
       )
     ON CONFLICT (dedupe_key) DO NOTHING`,
    [JSON.stringify(rows), zone],
  );
}

/** Pending reminders that are no longer due: settled, moved, replaced by a later step, or with another recipient. */
export async function othersWaiting(rows: Rows, rules: readonly string[], keys: readonly string[]): Promise<string[]> {
  const due = new Set(keys);
  const waiting = await rows.rows<{ id: string; key: string }>(
    `SELECT id, dedupe_key AS key FROM reminder_occurrence WHERE status = 'pending' AND rule = ANY($1)`,
    [rules],
  );
  return waiting.filter(({ key }) => !due.has(key)).map(({ id }) => id);
}

/** Cancels pending reminders; a reminder sent meanwhile stays sent. */
export const cancel = (tx: Tx, ids: readonly string[]): Promise<number> =>
  tx.run(`UPDATE reminder_occurrence SET status = 'cancelled' WHERE status = 'pending' AND id = ANY($1)`, [ids]);

/** Cancelled earlier and due again: the same key, so the same reminder. */
export const reviveCancelled = (tx: Tx, keys: readonly string[]): Promise<number> =>
  tx.run(
    `UPDATE reminder_occurrence
     SET status = 'pending', enqueued_at = NULL
     WHERE status = 'cancelled' AND dedupe_key = ANY($1)`,
    [keys],
  );

/** The keys that are not in the table. */
export const missingKeys = async (rows: Rows, keys: readonly string[]): Promise<string[]> =>
  (
    await rows.rows<{ key: string }>(
      `SELECT key
       FROM unnest($1::text[]) AS key
       WHERE NOT EXISTS (SELECT 1 FROM reminder_occurrence o WHERE o.dedupe_key = key)`,
      [keys],
    )
  ).map((row) => row.key);
