import type { Rows, Tx } from '@crm/platform/db';
import { auditEntryTable } from '../audit/audit.entity.js';
import type { ReadyEntry } from './waiting.js';

/** Rows of one statement; their hashes are chained while the head of a chain is locked. */
const AT_ONCE = 500;

export async function writeEntries(tx: Tx, entries: readonly ReadyEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE)
    await auditEntryTable.insertMany(tx, entries.slice(from, from + AT_ONCE));
}

/** Who a session belongs to, also after it has ended. */
export async function namedBySession(rows: Rows, entries: readonly ReadyEntry[]): Promise<ReadyEntry[]> {
  const ids = [...new Set(entries.map(({ actor }) => actor).filter((actor) => actor.startsWith('session:')))];
  if (ids.length === 0) return [...entries];
  const found = await rows.rows<{ actor: string; user: string }>(
    `SELECT 'session:' || id AS actor, 'user:' || user_id AS user FROM session WHERE id::text = ANY($1)`,
    [ids.map((id) => id.slice('session:'.length))],
  );
  const users = new Map(found.map(({ actor, user }) => [actor, user]));
  return entries.map((entry) => ({ ...entry, actor: users.get(entry.actor) ?? entry.actor }));
}

const RECORD = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const isAbsent = ({ action, subjectId, after }: ReadyEntry): boolean =>
  action === 'refused' && RECORD.test(subjectId) && 'record.absent' in ((after.codes as object | undefined) ?? {});

/**
 * A record that is out of reach and one that does not exist answer alike. The trail tells them apart: `foreign` is true
 * if the record exists.
 */
export async function toldForeign(rows: Rows, entries: readonly ReadyEntry[]): Promise<ReadyEntry[]> {
  const absent = entries.filter(isAbsent);
  const there = new Set<string>();
  for (const subject of new Set(absent.map((entry) => entry.subject))) {
    const ids = absent.filter((entry) => entry.subject === subject).map((entry) => entry.subjectId);
    for (const id of await existing(rows, subject, ids)) there.add(`${subject} ${id}`);
  }
  return entries.map((entry) =>
    isAbsent(entry)
      ? { ...entry, after: { ...entry.after, foreign: there.has(`${entry.subject} ${entry.subjectId}`) } }
      : entry,
  );
}

/** Of these ids, those that the table has; none if the resource is no table of records. */
async function existing(rows: Rows, table: string, ids: readonly string[]): Promise<string[]> {
  const known = await rows.one(
    `SELECT 1 AS known
     FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1 AND column_name = 'id' AND data_type = 'uuid'`,
    [table],
  );
  if (!known) return [];
  return (await rows.rows<{ id: string }>(`SELECT id::text FROM ${table} WHERE id = ANY($1)`, [ids])).map(
    ({ id }) => id,
  );
}
