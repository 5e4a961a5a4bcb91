import { Inject, Injectable } from '@nestjs/common';
import { DIGEST } from '@crm/api-contract/choices';
import type { Reminder, reminders } from '@crm/api-contract/reminders';
import type { InputOf } from '@crm/api-contract/wire';
import type { Day } from '@crm/domain/days';
import { Refusal } from '@crm/domain/refusal';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, type Rows, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { Where, known, listRows, refOf, type Actor } from '../data-access/index.js';
import type { DueSource } from '../due/index.js';
import { DUE_SOURCES } from './planning.js';
import { readableBy } from './readable.js';
import { todayIn, type OccurrenceRow } from './occurrences.store.js';
import { reminderOccurrenceTable, reminderTable } from './reminder.entity.js';
import { lineView, reminderView, type ReminderRow } from './reminder.view.js';

/** A snoozed reminder is open again from its day; no job is needed. */
const statusOn = (today: string) =>
  `CASE WHEN t.status = 'snoozed' AND t.snooze_until <= ${today}::date THEN 'open' ELSE t.status END`;
const columns = (today: string) => `
  ${reminderTable.pick('t', 'id', 'rule', 'step', 'subjectType', 'subjectId', 'dueDay', 'facts', 'link')},
  ${statusOn(today)} AS status, ${reminderTable.pick('t', 'snoozeUntil', 'createdAt', 'doneAt', 'withdrawn')}
`;
const SORTS = reminderTable.sorts('t', 'createdAt', 'dueDay');
const LISTED = 500;

/** The actor's own inbox; nobody reads another's. */
@Injectable()
export class InboxService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DUE_SOURCES) private readonly sources: readonly DueSource[],
  ) {}

  list(actor: Actor, query: InputOf<typeof reminders.list>['query']) {
    const { status, rule, subjectType, subjectId } = query.filter;
    return this.database.read(async (rows) => {
      const today = await todayIn(rows, this.config.zone);
      const where = this.theirs(actor, today)
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
      const where = this.theirs(actor, today);
      const found = await rows.rows<{ status: 'open' | 'snoozed' | 'done'; count: number }>(
        `SELECT ${statusOn('$1')} AS status, count(*)::int AS count FROM reminder t ${where.sql} GROUP BY 1`,
        where.values,
      );
      return { open: 0, snoozed: 0, done: 0, ...Object.fromEntries(found.map((row) => [row.status, row.count])) };
    });
  }

  one(actor: Actor, id: string) {
    return this.database.read(async (rows) => {
      const own = await this.own(rows, actor, id);
      const gathered = own.rule === DIGEST ? await this.gathered(rows, actor, id) : [];
      return { ...reminderView(own), items: gathered.map(lineView) };
    });
  }

  private async gathered(rows: Rows, actor: Actor, id: string): Promise<OccurrenceRow[]> {
    const today = await todayIn(rows, this.config.zone);
    const where = readableBy(
      this.sources,
      actor,
      today,
      new Where().and('t.gathered_in = (SELECT r.occurrence_id FROM reminder r WHERE r.id = ?)', id),
    );
    return rows.rows<OccurrenceRow>(
      `SELECT ${reminderOccurrenceTable.columns('t')}
       FROM reminder_occurrence t
       ${where.sql}
       ORDER BY t.due_day, t.id
       LIMIT ${LISTED}`,
      where.values,
    );
  }

  /** $1: today. */
  private theirs(actor: Actor, today: Day): Where {
    const own = new Where([today]).and('t.user_id = ? AND $1::date IS NOT NULL', actor.userId);
    return readableBy(this.sources, actor, today, own);
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

  /** Refuses `reminder.withdrawn`: it is settled, or now belongs to another person. */
  reopen(actor: Actor, id: string): Promise<Reminder> {
    return this.become(actor, id, async (tx) => {
      if (await tx.one('SELECT 1 AS gone FROM reminder WHERE id = $1 AND withdrawn IS NOT NULL', [id]))
        throw Refusal.conflict('reminder.withdrawn');
      return tx.run(
        `UPDATE reminder
         SET status = 'open', snooze_until = NULL, done_at = NULL, superseded = false
         WHERE id = $1 AND status <> 'open'`,
        [id],
      );
    });
  }

  /** Refuses `reminder.snooze-past`: with such a day it would be open at once. */
  snooze(actor: Actor, id: string, until: string): Promise<Reminder> {
    return this.become(actor, id, async (tx) => {
      const today = await todayIn(tx, this.config.zone);
      if (until <= today)
        throw Refusal.fields([{ pointer: '/until', code: 'reminder.snooze-past', params: { today } }]);
      if (await tx.one('SELECT 1 AS gone FROM reminder WHERE id = $1 AND withdrawn IS NOT NULL', [id]))
        throw Refusal.conflict('reminder.withdrawn');
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
    const where = this.theirs(actor, await todayIn(rows, this.config.zone)).and('t.id = ?', id);
    return known(
      await rows.one<ReminderRow>(`SELECT ${columns('$1')} FROM reminder t ${where.sql} ${lock}`, where.values),
    );
  }
}
