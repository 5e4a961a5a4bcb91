import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, Database, newId, type RowOf } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import { MAILER, isRefusedMail, type Mailer } from '@crm/platform/mail';
import type { OccurrenceRow } from './occurrences.store.js';
import { reminderOccurrenceTable } from './reminder.entity.js';
import { reminderMail } from './reminder-mail.js';

/** Longer than any send; a sender whose lease has expired counts as dead. */
const LEASE_SECONDS = 90;
const ATTEMPTS = 5;
/** Items listed in one mail; the rest is in the inbox. */
const LINES = 50;

interface Claimed extends OccurrenceRow, Pick<RowOf<typeof reminderOccurrenceTable>, 'attempt' | 'dedupeKey'> {
  readonly email: string | null;
  readonly locale: 'zh' | 'en';
}

/**
 * A mail is sent at most once, since a mail server cannot recognise a repetition. If it is unknown whether it was sent,
 * it is `uncertain`, and a person decides.
 */
@Injectable()
export class MailChannel {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async send(id: string): Promise<void> {
    const token = newId();
    const claimed = await this.claim(id, token);
    if (!claimed) return;
    const { subject, text } = reminderMail(claimed, await this.linesOf(claimed), this.mailer.publicUrl);
    try {
      if (!claimed.email) throw new Error('the recipient has no address any more');
      const messageId = await this.mailer.send({ to: claimed.email, subject, text, messageKey: claimed.dedupeKey });
      await this.close(id, token, 'sent', { messageId });
    } catch (error) {
      // The server refused it or was never reached, so nobody received it. After any other error it may have been sent.
      const refused = isRefusedMail(error) || !claimed.email;
      const outcome = !refused ? 'uncertain' : claimed.attempt >= ATTEMPTS || !claimed.email ? 'dead' : 'pending';
      this.log.warn({ err: error, occurrence: id, outcome }, 'a reminder was not mailed');
      await this.close(id, token, outcome, { error });
    }
  }

  /** A sender died between claim and answer, so nobody knows whether the mail was sent. Returns their number. */
  async reap(): Promise<number> {
    return this.database.transaction('system:reminders', (tx) =>
      tx.run(
        `UPDATE reminder_occurrence
         SET status = 'uncertain', token = NULL, lease_until = NULL, last_error = 'the sender ended on the way'
         WHERE status = 'sending' AND lease_until < now()`,
      ),
    );
  }

  private claim(id: string, token: string): Promise<Claimed | undefined> {
    return this.database.transaction('system:reminders', (tx) =>
      tx.one<Claimed>(
        `UPDATE reminder_occurrence o
         SET
           status = 'sending', token = $2, lease_until = now() + make_interval(secs => ${LEASE_SECONDS}),
           attempt = attempt + 1
         FROM app_user u
         WHERE o.id = $1
             AND o.status = 'pending'
             AND o.channel = 'mail'
             AND NOT o.digest
             AND o.due_at <= now()
             AND u.id = o.recipient_id
         RETURNING
           ${reminderOccurrenceTable.columns('o')}, ${reminderOccurrenceTable.pick('o', 'attempt', 'dedupeKey')},
           u.email, u.locale`,
        [id, token],
      ),
    );
  }

  private linesOf(claimed: Claimed): Promise<OccurrenceRow[]> {
    if (claimed.rule !== 'digest') return Promise.resolve([claimed]);
    return this.database.read((rows) =>
      rows.rows<OccurrenceRow>(
        `SELECT ${reminderOccurrenceTable.columns()}
         FROM reminder_occurrence
         WHERE gathered_in = $1
         ORDER BY due_day, id
         LIMIT ${LINES}`,
        [claimed.id],
      ),
    );
  }

  /** Only with the token of the lease: a sender that lost its lease changes nothing. */
  private async close(
    id: string,
    token: string,
    status: 'sent' | 'pending' | 'uncertain' | 'dead',
    { messageId, error }: { messageId?: string; error?: unknown },
  ): Promise<void> {
    await this.database.transaction('system:reminders', (tx) =>
      tx.run(
        `UPDATE reminder_occurrence
         SET
           status = $3, sent_at = CASE WHEN $3 = 'sent' THEN now() END, provider_msg_id = $4, last_error = $5,
           token = NULL, lease_until = NULL, enqueued_at = CASE WHEN $3 = 'pending' THEN now() ELSE enqueued_at END
         WHERE id = $1 AND token = $2`,
        [
          id,
          token,
          status,
          messageId ?? null,
          error === undefined ? null : String(error instanceof Error ? error.message : error).slice(0, 500),
        ],
      ),
    );
  }
}
