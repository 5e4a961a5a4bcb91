import type { Day } from '@crm/domain/days';
import type { Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { scoped, type Scope } from './occurrences.store.js';
import type { Planned } from './planned.js';

/** Older digests are not changed; the inbox only shows their items that the owner may still read. */
const DIGEST_DAYS = 60;

/** A message of PostgreSQL holds some two hundred ids. */
const TOLD_AT_ONCE = 100;

/** A deadline of one person, in any step, as text: in SQL for a row `t`, and for a planned line. */
const DEADLINE = `t.rule || '|' || t.subject_type || '|' || t.subject_id || '|' || t.due_day::text`;

const deadlineOf = ({ record }: Planned): string =>
  `${record.rule}|${record.subject.type}|${record.subject.id}|${record.dueDay}`;
const theirs = (lines: readonly Planned[]): string[] => [
  ...new Set(lines.map((line) => `${deadlineOf(line)}|${line.recipientId}`)),
];

/**
 * Reminders that were sent but no longer belong to the person: removed from the inbox with the reason. Now due for
 * others (`handed-on`), or no longer due (`settled`).
 */
export async function withdrawTold(tx: Tx, scope: Scope, lines: readonly Planned[]): Promise<number> {
  const where = scoped(scope)
    .and(`t.status <> 'done'`)
    .and(`${DEADLINE} || '|' || t.user_id::text <> ALL(?)`, theirs(lines));
  const reason = where.bind(`CASE WHEN ${DEADLINE} = ANY(?) THEN 'handed-on' ELSE 'settled' END`, [
    ...new Set(lines.map(deadlineOf)),
  ]);
  const gone = await tx.rows<{ userId: string }>(
    `UPDATE reminder t
     SET status = 'done', snooze_until = NULL, done_at = now(), withdrawn = ${reason}
     ${where.sql}
     RETURNING t.user_id AS "userId"`,
    where.values,
  );
  await tell(tx, gone);
  return gone.length;
}

/** The same for items of a digest: its count is updated, and an empty digest is removed. */
export async function withdrawFromDigests(
  tx: Tx,
  scope: Scope,
  lines: readonly Planned[],
  today: Day,
): Promise<number> {
  const where = scoped(scope)
    .and(`t.status = 'gathered' AND t.remind_on > ?::date - ${DIGEST_DAYS}`, today)
    .and(`${DEADLINE} || '|' || t.recipient_id::text <> ALL(?)`, theirs(lines));
  const gone = await tx.rows<{ id: string; digest: string }>(
    `SELECT t.id, t.gathered_in AS digest FROM reminder_occurrence t ${where.sql} ORDER BY t.id FOR UPDATE`,
    where.values,
  );
  if (gone.length === 0) return 0;
  await tx.run(`UPDATE reminder_occurrence SET status = 'cancelled', gathered_in = NULL WHERE id = ANY($1)`, [
    gone.map(({ id }) => id),
  ]);
  const digests = [...new Set(gone.map(({ digest }) => digest))];
  const told = await tx.rows<{ userId: string }>(
    `UPDATE reminder t
     SET
       facts = jsonb_build_object('count', n.count), status = CASE WHEN n.count = 0 THEN 'done' ELSE t.status END,
       snooze_until = CASE WHEN n.count > 0 THEN t.snooze_until END,
       done_at = CASE WHEN n.count = 0 THEN now() ELSE t.done_at END,
       withdrawn = CASE WHEN n.count = 0 THEN 'settled' END
     FROM
       (
         SELECT d.id, count(o.id)::int AS count
         FROM unnest($1::uuid[]) AS d(id)
         LEFT JOIN reminder_occurrence o ON o.gathered_in = d.id
         GROUP BY d.id
       ) n
     WHERE t.occurrence_id = n.id AND t.status <> 'done'
     RETURNING t.user_id AS "userId"`,
    [digests],
  );
  await tx.run(
    `UPDATE reminder_occurrence t
     SET status = 'cancelled'
     WHERE t.id = ANY($1)
         AND t.status = 'pending'
         AND NOT EXISTS (SELECT 1 FROM reminder_occurrence o WHERE o.gathered_in = t.id)`,
    [digests],
  );
  await tell(tx, told);
  return gone.length;
}

/** Withdrawn earlier and due again for the same person: it returns to the inbox. */
export async function reopenDue(tx: Tx, scope: Scope, lines: readonly Planned[]): Promise<void> {
  const where = scoped(scope)
    .and('t.withdrawn IS NOT NULL')
    .and(
      't.occurrence_id IN (SELECT o.id FROM reminder_occurrence o WHERE o.dedupe_key = ANY(?))',
      lines.map(({ key }) => key),
    );
  const again = await tx.rows<{ userId: string }>(
    `UPDATE reminder t
     SET status = 'open', done_at = NULL, withdrawn = NULL
     ${where.sql}
     RETURNING t.user_id AS "userId"`,
    where.values,
  );
  await tell(tx, again);
}

/** Open pages of these people reload. */
async function tell(tx: Tx, told: readonly { readonly userId: string }[]): Promise<void> {
  const users = [...new Set(told.map(({ userId }) => userId))];
  for (let at = 0; at < users.length; at += TOLD_AT_ONCE)
    await publish(tx, { topic: 'reminders', users: users.slice(at, at + TOLD_AT_ONCE) });
}
