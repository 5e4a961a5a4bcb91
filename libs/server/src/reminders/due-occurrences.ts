import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, Database } from '@crm/platform/db';
import { TAKEN_SECONDS, type RelaySource, type Waiting } from '@crm/platform/queue';
import { deliverReminder } from './reminders.jobs.js';

/**
 * At most this many are in the queue. So a reminder that becomes due while thousands wait is still sent within seconds.
 */
const ON_THEIR_WAY = 1_000;
/** Per person, so that a person with thousands of late reminders does not delay the others. */
const EACH = 50;

const DUE = `
  status = 'pending'
      AND NOT digest
      AND due_at <= now()
      AND (enqueued_at IS NULL OR enqueued_at < now() - make_interval(secs => $1::int))
`;

/**
 * The first reminder of every person, then the second of every person, and so on. $1: seconds until a row is taken
 * again; $2: seconds for which it is taken.
 */
const TAKE = `
  UPDATE reminder_occurrence
  SET enqueued_at = now() - make_interval(secs => $1::int - $2::int)
  WHERE id IN (
      SELECT id
      FROM reminder_occurrence
      WHERE ${DUE}
          AND id = ANY(
            ARRAY(
              SELECT n.id
              FROM app_user u
              CROSS JOIN LATERAL (
                SELECT o.id, o.due_at, row_number() OVER (ORDER BY o.due_at, o.id) AS place
                FROM
                  (
                    SELECT id, due_at
                    FROM reminder_occurrence
                    WHERE recipient_id = u.id AND ${DUE}
                    ORDER BY due_at, id
                    LIMIT ${EACH}
                  ) o
              ) n
              ORDER BY n.place, n.due_at, n.id
              LIMIT
                greatest(
                  0,
                  ${ON_THEIR_WAY} - (
                    SELECT count(*)
                    FROM reminder_occurrence
                    WHERE status = 'pending' AND enqueued_at >= now() - make_interval(secs => $1::int)
                  )
                )
            )
          )
      FOR UPDATE SKIP LOCKED
    )
  RETURNING id
`;

/** Due occurrences for the relay; the clock of the database decides what is due. */
@Injectable()
export class DueOccurrences implements RelaySource {
  readonly name = 'due reminders';

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async take(againAfterSeconds: number): Promise<Waiting[]> {
    const rows = await this.database.transaction('system:relay', (tx) =>
      tx.hot<{ id: string }>(TAKE, [againAfterSeconds, TAKEN_SECONDS]),
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
