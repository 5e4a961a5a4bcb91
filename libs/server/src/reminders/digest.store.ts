import type { Day } from '@crm/domain/days';
import { computed, newId, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { known } from '../data-access/index.js';
import { TOLD_FROM } from './occurrences.store.js';
import { digestKey } from './planned.js';
import { reminderOccurrenceTable } from './reminder.entity.js';

interface Gathered {
  recipient_id: string;
  channel: string;
  ids: string[];
  /** Including those left for the next batch. */
  of_theirs: number;
}

/** Rows per batch and transaction; the planner repeats until none is left. */
const AT_ONCE = 500;

/**
 * Collects overdue reminders per person, channel and day into one digest: importing a ledger of 2021 must not fill an
 * inbox line by line. A digest already sent that day takes new items and moves to the top of the inbox. Returns the
 * number of digests; zero: nothing was left.
 */
export async function gatherDigests(tx: Tx, today: Day, zone: string): Promise<number> {
  const groups = await tx.rows<Gathered>(
    `SELECT recipient_id, channel, array_agg(id ORDER BY due_day, id) AS ids, max(of_theirs)::int AS of_theirs
     FROM
       (
         SELECT recipient_id, channel, id, due_day, count(*) OVER (PARTITION BY recipient_id, channel) AS of_theirs
         FROM reminder_occurrence
         WHERE digest AND status = 'pending' AND remind_on <= $1
         ORDER BY recipient_id, channel, due_day, id
         LIMIT ${AT_ONCE}
       ) next
     GROUP BY recipient_id, channel`,
    [today],
  );
  for (const { recipient_id: recipient, channel, ids, of_theirs: all } of groups) {
    const key = digestKey(today, channel, recipient);
    if (all === 1 && !(await tx.one('SELECT 1 AS there FROM reminder_occurrence WHERE dedupe_key = $1', [key]))) {
      // A single item needs no digest.
      await tx.run('UPDATE reminder_occurrence SET digest = false WHERE id = ANY($1)', [ids]);
      continue;
    }
    await reminderOccurrenceTable.insert(
      tx,
      {
        id: newId(),
        dedupeKey: key,
        rule: 'digest',
        ruleVersion: 1,
        subjectType: 'digest',
        subjectId: today,
        recipientId: recipient,
        channel,
        step: 'digest',
        dueDay: today,
        remindOn: today,
        dueAt: computed(`(?::date + time '${TOLD_FROM}') AT TIME ZONE ?`, today, zone),
        facts: {},
        link: '',
      },
      '(dedupe_key) DO NOTHING',
    );
    // Locked whoever wrote it first, so that it is not told in between.
    const digest = known(
      await tx.one<{ id: string; status: string }>(
        'SELECT id, status FROM reminder_occurrence WHERE dedupe_key = $1 FOR UPDATE',
        [key],
      ),
    );
    await tx.run(`UPDATE reminder_occurrence SET status = 'gathered', gathered_in = $1 WHERE id = ANY($2)`, [
      digest.id,
      ids,
    ]);
    if (channel !== 'inbox' || digest.status !== 'sent') continue;
    await tx.run(
      `UPDATE reminder
       SET
         status = 'open', snooze_until = NULL, done_at = NULL,
         facts = jsonb_build_object('count', (SELECT count(*) FROM reminder_occurrence WHERE gathered_in = $1))
       WHERE occurrence_id = $1`,
      [digest.id],
    );
    await publish(tx, { topic: 'reminders', users: [recipient] });
  }
  return groups.length;
}
