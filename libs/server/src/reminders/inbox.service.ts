import { Inject, Injectable } from '@nestjs/common';
import { DIGEST } from '@crm/api-contract/choices';
import type { Reminder, reminders } from '@crm/api-contract/reminders';
import type { InputOf } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, type Rows, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { Where, known, listRows, refOf, type Actor } from '../data-access/index.js';
import { todayIn, type OccurrenceRow } from './occurrences.store.js';
import { reminderOccurrenceTable, reminderTable } from './reminder.entity.js';
import { lineView, reminderView, type ReminderRow } from './reminder.view.js';

/** A snoozed reminder is open again from its day; no job is needed. */
const statusOn = (today: string) =>
  `CASE WHEN t.status = 'snoozed' AND t.snooze_until <= ${today}::date THEN 'open' ELSE t.status END`;
const columns = (today: string) => `
  ${reminderTable.pick('t', 'id', 'rule', 'step', 'subjectType', 'subjectId', 'dueDay', 'facts', 'link')},
  ${statusOn(today)} AS status, ${reminderTable.pick('t', 'snoozeUntil', 'createdAt', 'doneAt')}
`;
const SORTS = reminderTable.sorts('t', 'createdAt', 'dueDay');
const LISTED = 500;

/** The actor's own inbox; nobody reads another's. */
@Injectable()
export class InboxService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(actor: Actor, query: InputOf<typeof reminders.list>['query']) {
    const { status, rule, subjectType, subjectId } = query.filter;
    return this.database.read(async (rows) => {
      const where = new Where([await todayIn(rows, this.config.zone)])
        .and('t.user_id = ? AND $1::date IS NOT NULL', actor.userId)
        .given(status, `${statusOn('$1')} = ?`)
        .given(rule, 't.rule = ?')
        .given(subjectType, 't.subject_type = ?')
        .given(subjectId, 't.subject_id = ?');
      const page = await listRows<ReminderRow, (typeof query)['sort']>(
        rows,
        { select: columns('$1'), from: 'reminder t', where, sorts: SORTS },
        query,
      );
      return { ...page, data: page.data.map(reminderView) };
    });
  }

  counts(actor: Actor): Promise<{ open: number; snoozed: number; done: number }> {
    return this.database.read(async (rows) => {
      const today = await todayIn(rows, this.config.zone);
      const found = await rows.rows<{ status: 'open' | 'snoozed' | 'done'; count: number }>(
        `SELECT ${statusOn('$2')} AS status, count(*)::int AS count
         FROM reminder t
         WHERE t.user_id = $1
         GROUP BY 1`,
        [actor.userId, today],
      );
      return { open: 0, snoozed: 0, done: 0, ...Object.fromEntries(found.map((row) => [row.status, row.count])) };
    });
  }

  one(actor: Actor, id: string) {
    return this.database.read(async (rows) => {
      const own = await this.own(rows, actor, id);
      const gathered =
        own.rule === DIGEST
          ? await rows.rows<OccurrenceRow>(
              `SELECT ${reminderOccurrenceTable.columns()}
               FROM reminder_occurrence
               WHERE gathered_in = (SELECT occurrence_id FROM reminder WHERE id = $1)
               ORDER BY due_day, id
               LIMIT ${LISTED}`,
              [id],
            )
          : [];
      return { ...reminderView(own), items: gathered.map(lineView) };
    });
  }

  done(actor: Actor, id: string): Promise<Reminder> {
    return this.become(actor, id, (tx) =>
      tx.run(
        `UPDATE reminder
         SET status = 'done', snooze_until = NULL, done_at = now()
         WHERE id = $1 AND status <> 'done'`,
        [id],
      ),
    );
  }

  reopen(actor: Actor, id: string): Promise<Reminder> {
    return this.become(actor, id, (tx) =>
      tx.run(
        `UPDATE reminder
         SET status = 'open', snooze_until = NULL, done_at = NULL, superseded = false
         WHERE id = $1 AND status <> 'open'`,
        [id],
      ),
    );
  }

  /** Refuses `reminder.snooze-past`: on such a day it would be open at once. */
  snooze(actor: Actor, id: string, until: string): Promise<Reminder> {
    return this.become(actor, id, async (tx) => {
      const today = await todayIn(tx, this.config.zone);
      if (until <= today)
        throw Refusal.fields([{ pointer: '/until', code: 'reminder.snooze-past', params: { today } }]);
      return tx.run(`UPDATE reminder SET status = 'snoozed', snooze_until = $2, done_at = NULL WHERE id = $1`, [
        id,
        until,
      ]);
    });
  }

  /** Other pages of the same person are informed. */
  private become(actor: Actor, id: string, change: (tx: Tx) => Promise<number>): Promise<Reminder> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await this.own(tx, actor, id, 'FOR UPDATE OF t');
      if ((await change(tx)) > 0) await publish(tx, { topic: 'reminders', users: [actor.userId] });
      return reminderView(await this.own(tx, actor, id));
    });
  }

  private async own(rows: Rows, actor: Actor, id: string, lock = ''): Promise<ReminderRow> {
    return known(
      await rows.one<ReminderRow>(
        `SELECT ${columns('$3')} FROM reminder t WHERE t.id = $1 AND t.user_id = $2 ${lock}`,
        [id, actor.userId, await todayIn(rows, this.config.zone)],
      ),
    );
  }
}
