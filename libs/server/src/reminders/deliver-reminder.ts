import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, Database, newId } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { known } from '../data-access/index.js';
import { MailChannel } from './mail-channel.js';
import type { OccurrenceRow } from './occurrences.store.js';
import { reminderOccurrenceTable, reminderTable } from './reminder.entity.js';

@Injectable()
export class DeliverReminder {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly mail: MailChannel,
  ) {}

  /** Safe to run twice, and twice at once: only the run that gets the row has work to do. */
  async deliver(occurrenceId: string): Promise<void> {
    if (!(await this.intoInbox(occurrenceId))) await this.mail.send(occurrenceId);
  }

  /** Claim and inbox row are written in one transaction, so that each reminder is delivered exactly once. */
  private async intoInbox(id: string): Promise<boolean> {
    return this.database.transaction('system:reminders', async (tx) => {
      const claimed = await tx.one<OccurrenceRow & { unit: string }>(
        `UPDATE reminder_occurrence
         SET status = 'sent', sent_at = now(), attempt = attempt + 1
         WHERE id = $1 AND status = 'pending' AND channel = 'inbox' AND NOT digest AND due_at <= now()
         RETURNING ${reminderOccurrenceTable.columns()}, ${reminderOccurrenceTable.pick('reminder_occurrence', 'unit')}`,
        [id],
      );
      if (!claimed) return false;
      const facts =
        claimed.rule === 'digest'
          ? known(
              await tx.one<{ count: number }>(
                'SELECT count(*)::int AS count FROM reminder_occurrence WHERE gathered_in = $1',
                [id],
              ),
            )
          : claimed.facts;
      const { rule, step, subjectType, subjectId, dueDay, recipientId, link, unit } = claimed;
      await reminderTable.insert(tx, {
        id: newId(),
        occurrenceId: id,
        userId: recipientId,
        rule,
        step,
        subjectType,
        subjectId,
        dueDay,
        facts,
        link,
        unit,
      });
      // The next step of the same deadline replaces the last one.
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
        [recipientId, rule, subjectType, subjectId, dueDay, id],
      );
      await publish(tx, { topic: 'reminders', users: [recipientId] });
      return true;
    });
  }
}
