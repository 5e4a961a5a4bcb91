import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, Database, newId } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { MailChannel } from './mail-channel.js';
import { OCCURRENCE_COLUMNS, type OccurrenceRow } from './occurrences.store.js';

@Injectable()
export class DeliverReminder {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly mail: MailChannel,
  ) {}

  /** Safe to run twice, and twice at once: whoever does not get the row has nothing to do. */
  async deliver(occurrenceId: string): Promise<void> {
    if (!(await this.intoInbox(occurrenceId))) await this.mail.send(occurrenceId);
  }

  /** Claim and inbox row in one transaction: the exactly-once record of "told" (reliability §1.3). */
  private async intoInbox(id: string): Promise<boolean> {
    return this.database.transaction('system:reminders', async (tx) => {
      const claimed = await tx.one<OccurrenceRow>(
        `UPDATE reminder_occurrence
         SET status = 'sent', sent_at = now(), attempt = attempt + 1
         WHERE id = $1 AND status = 'pending' AND channel = 'inbox' AND NOT digest AND due_at <= now()
         RETURNING ${OCCURRENCE_COLUMNS}`,
        [id],
      );
      if (!claimed) return false;
      const facts =
        claimed.rule === 'digest'
          ? await tx.one<{ count: number }>(
              'SELECT count(*)::int AS count FROM reminder_occurrence WHERE gathered_in = $1',
              [id],
            )
          : claimed.facts;
      await tx.run(
        `INSERT INTO reminder (id, occurrence_id, user_id, rule, step, subject_type, subject_id, due_day, facts, link)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          newId(),
          id,
          claimed.recipient_id,
          claimed.rule,
          claimed.step,
          claimed.subject_type,
          claimed.subject_id,
          claimed.due_day,
          JSON.stringify(facts),
          claimed.link,
        ],
      );
      // The next step of the same deadline takes the place of the last one.
      await tx.run(
        `UPDATE reminder
         SET status = 'done', snooze_until = NULL, done_at = now(), superseded = true
         WHERE user_id = $1
             AND rule = $2
             AND subject_type = $3
             AND subject_id = $4
             AND due_day = $5
             AND status <> 'done'
             AND occurrence_id <> $6`,
        [claimed.recipient_id, claimed.rule, claimed.subject_type, claimed.subject_id, claimed.due_day, id],
      );
      await publish(tx, { topic: 'reminders', users: [claimed.recipient_id] });
      return true;
    });
  }
}
