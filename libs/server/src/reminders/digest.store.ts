import type { Day } from '@crm/domain/days';
import { computed, newId, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { BEFORE_ALL } from '../due/index.js';
import { grouped, known } from '../data-access/index.js';
import { TOLD_FROM } from './occurrences.store.js';
import { digestKey } from './planned.js';
import { reminderOccurrenceTable } from './reminder.entity.js';

interface Waiting {
  readonly id: string;
  readonly recipient_id: string;
  readonly channel: string;
}

/** Rows per batch and transaction; the planner repeats until none is left. */
const AT_ONCE = 500;

/**
 * Collects overdue reminders per person, channel and day into one digest: importing a ledger of 2021 must not fill an
 * inbox line by line. A digest already sent that day takes new items and moves to the top of the inbox. Returns the
 * number of digests; zero: nothing was left.
 */
export async function gatherDigests(tx: Tx, today: Day, zone: string): Promise<number> {
  const waiting = await tx.rows<Waiting>(
    `SELECT id, recipient_id, channel
     FROM reminder_occurrence
     WHERE digest AND status = 'pending' AND remind_on <= $1
     ORDER BY recipient_id, channel, due_day, id
     LIMIT ${AT_ONCE + 1}`,
    [today],
  );
  const groups = [...grouped(waiting, (row) => `${row.recipient_id} ${row.channel}`).values()];
  let taken = 0;
  for (const group of groups) {
    const { recipient_id: recipient, channel } = group[0] as Waiting;
    // The last row of a full batch only says that its person has more.
    const ids = group.slice(0, AT_ONCE - taken).map(({ id }) => id);
    taken += ids.length;
    if (ids.length === 0) break;
    const key = digestKey(today, channel, recipient);
    if (
      group.length === 1 &&
      !(await tx.one('SELECT 1 AS there FROM reminder_occurrence WHERE dedupe_key = $1', [key]))
    ) {
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
        unit: BEFORE_ALL,
      },
      '(dedupe_key) DO NOTHING',
    );
    // Locked, whoever wrote it first, so that it is not sent in between.
    const digest = known(
      await tx.one<{ id: string; status: string }>(
        'SELECT id, status FROM reminder_occurrence WHERE dedupe_key = $1 FOR UPDATE',
        [key],
      ),
    );
    await tx.run(
      `UPDATE reminder_occurrence
       SET status = 'gathered', gathered_in = $1
       WHERE status = 'pending' AND id = ANY($2)`,
      [digest.id, ids],
    );
    // The digest was empty and has items again.
    if (digest.status === 'cancelled')
      await tx.run(`UPDATE reminder_occurrence SET status = 'pending', enqueued_at = NULL WHERE id = $1`, [digest.id]);
    if (channel !== 'inbox' || digest.status !== 'sent') continue;
    await tx.run(
      `UPDATE reminder
       SET
         status = 'open', snooze_until = NULL, done_at = NULL, withdrawn = NULL,
         facts = jsonb_build_object('count', (SELECT count(*) FROM reminder_occurrence WHERE gathered_in = $1))
       WHERE occurrence_id = $1`,
      [digest.id],
    );
    await publish(tx, { topic: 'reminders', users: [recipient] });
  }
  return groups.length;
}
