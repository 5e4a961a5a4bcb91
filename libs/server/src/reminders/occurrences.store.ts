import type { Day } from '@crm/domain/days';
import { Where, newId, type Rows, type ShownOf, type Tx } from '@crm/platform/db';
import type { Planned } from './planned.js';
import { reminderOccurrenceTable } from './reminder.entity.js';

/** Reminders planned for a day are sent from this hour on, in the time zone of the office. */
export const TOLD_FROM = '08:00';

export type OccurrenceRow = ShownOf<typeof reminderOccurrenceTable>;

/** Today by the clock of the database, since workers' clocks may differ. */
export const todayIn = async (rows: Rows, zone: string): Promise<Day> =>
  (
    (await rows.one<{ today: string }>('SELECT (now() AT TIME ZONE $1)::date::text AS today', [zone])) as {
      today: string;
    }
  ).today;

/** The reminders of some rules, of given units or of a range of ids. */
export interface Scope {
  readonly rules: readonly string[];
  readonly units?: readonly string[];
  readonly from?: string;
  /** Whether `from` itself is included. */
  readonly including?: boolean;
  /** The last id; null: to the end. */
  readonly through?: string | null;
}

/** The condition of a scope on a table `t` with a rule and a unit. */
export function scoped({ rules, units, from, including, through }: Scope): Where {
  const where = new Where().and('t.rule = ANY(?)', rules);
  if (units) return where.and('t.unit = ANY(?)', units);
  return where.and(`t.unit ${including ? '>=' : '>'} ?`, from).given(through ?? undefined, 't.unit <= ?');
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
    unit: record.unit,
    digest: record.digest,
  }));
  return tx.run(
    `INSERT INTO reminder_occurrence (
       id, dedupe_key, rule, rule_version, subject_type, subject_id, recipient_id, channel, step, due_day, remind_on,
       due_at, facts, link, digest, unit
     )
     SELECT
       id, dedupe_key, rule, rule_version, subject_type, subject_id, recipient_id, channel, step, due_day, remind_on,
       (remind_on + time '${TOLD_FROM}') AT TIME ZONE $2, facts, link, digest, unit
     FROM
       jsonb_to_recordset($1::jsonb) AS r(
         id uuid, dedupe_key text, rule text, rule_version int, subject_type text, subject_id text, recipient_id uuid,
         channel text, step text, due_day date, remind_on date, facts jsonb, link text, digest boolean, unit uuid
       )
     ON CONFLICT (dedupe_key) DO NOTHING`,
    [JSON.stringify(rows), zone],
  );
}

/**
 * Cancels what waits and is no longer due: settled, moved, replaced by a later step, or with another recipient. What
 * was sent meanwhile stays sent.
 */
export function cancelOthers(tx: Tx, scope: Scope, lines: readonly Planned[]): Promise<number> {
  const where = scoped(scope).and(`t.status = 'pending'`).and('t.dedupe_key <> ALL(?)', keysOf(lines));
  return tx.run(`UPDATE reminder_occurrence t SET status = 'cancelled' ${where.sql}`, where.values);
}

const keysOf = (lines: readonly Planned[]): string[] => lines.map(({ key }) => key);

/** Cancelled earlier and due again: the same key, so it is the same reminder. */
export const reviveCancelled = (tx: Tx, lines: readonly Planned[]): Promise<number> =>
  tx.run(
    `UPDATE reminder_occurrence
     SET status = 'pending', enqueued_at = NULL
     WHERE status = 'cancelled' AND dedupe_key = ANY($1)`,
    [keysOf(lines)],
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
