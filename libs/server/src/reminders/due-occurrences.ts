import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, Database } from '@crm/platform/db';
import { TAKEN_SECONDS, type RelaySource, type Waiting } from '@crm/platform/queue';
import { deliverReminder } from './reminders.jobs.js';

/** Due occurrences for the relay; the clock of the database decides what is due. */
@Injectable()
export class DueOccurrences implements RelaySource {
  readonly name = 'due reminders';

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async take(againAfterSeconds: number): Promise<Waiting[]> {
    const rows = await this.database.transaction('system:relay', (tx) =>
      tx.hot<{ id: string }>(
        `UPDATE reminder_occurrence
         SET enqueued_at = now() - make_interval(secs => $1::int - $2::int)
         WHERE id IN (
             SELECT id
             FROM reminder_occurrence
             WHERE status = 'pending'
                 AND NOT digest
                 AND due_at <= now()
                 AND (enqueued_at IS NULL OR enqueued_at < now() - make_interval(secs => $1::int))
             ORDER BY due_at, id
             FOR UPDATE SKIP LOCKED
             LIMIT 1000
           )
         RETURNING id`,
        [againAfterSeconds, TAKEN_SECONDS],
      ),
    );
    return rows.map(({ id }) => ({ id, job: deliverReminder, payload: { occurrenceId: id } }));
  }

  async stamp(ids: readonly string[]): Promise<void> {
    await this.database.transaction('system:relay', (tx) =>
      tx.hot('UPDATE reminder_occurrence SET enqueued_at = now() WHERE id = ANY($1)', [ids]),
    );
  }

  async forget(): Promise<void> {
    await this.database.transaction('system:relay', (tx) =>
      tx.run(`
        UPDATE reminder_occurrence
        SET enqueued_at = NULL
        WHERE status = 'pending' AND enqueued_at IS NOT NULL
      `),
    );
  }
}
