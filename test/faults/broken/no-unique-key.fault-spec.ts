import { addDays } from '@crm/domain/days';
import { dedupeKey } from '@crm/domain/reminders';
import { readConfig } from '@crm/platform/config';
import { newId } from '@crm/platform/db';
import type { DueRecord } from '@crm/server/due';
import { aDueSource, unitOf } from '../../../libs/server/src/due/due-source.example.js';
import { DeliverReminder, DueOccurrences, MailChannel, PlanReminders } from '@crm/server/reminders';
import { faultsOf, judge, type Told } from '../oracle.js';
import { bench, log, type Bench } from './bench.js';

const COUNT = 20;

/** Two planners at the same moment, as after a failover: both find the same deadlines. */
describe('two planners at once', () => {
  let on: Bench;
  let user: string;
  let records: DueRecord[];
  beforeEach(async () => {
    on = await bench();
    user = newId();
    await on.database.transaction('system:faults', (tx) =>
      tx.run(`INSERT INTO app_user (id, username, name, role) VALUES ($1, 'fu', 'fu', 'officer')`, [user]),
    );
    const [{ today }] = (await on.fresh.query<{ today: string }>(
      `SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`,
    )) as [{ today: string }];
    records = Array.from({ length: COUNT }, (_, n) => ({
      unit: unitOf(String(n)),
      rule: 'spec.due',
      subject: { type: 'thing', id: String(n) },
      dueDay: addDays(today, 1),
      step: 'before-1',
      remindOn: today,
      recipients: [],
      digest: false,
      facts: {},
      ownerId: user,
      enterpriseId: null,
      link: '/',
    }));
  });
  afterEach(() => on.leave());

  async function told() {
    await on.database.transaction('system:faults', (tx) => tx.run(`UPDATE reminder_occurrence SET due_at = now()`));
    const delivery = new DeliverReminder(
      on.database,
      new MailChannel(
        on.database,
        { publicUrl: undefined, send: () => Promise.reject(new Error('no mail here')) },
        log,
      ),
    );
    const due = await new DueOccurrences(on.database).take(30);
    await Promise.all([...due, ...due].map((row) => delivery.deliver(row.id)));
    const inbox = await on.fresh.query<Told>(
      `SELECT o.dedupe_key AS key, r.user_id AS recipient
       FROM reminder r
       JOIN reminder_occurrence o ON o.id = r.occurrence_id`,
    );
    const ledger = await on.fresh.query<Told & { status: string }>(
      'SELECT dedupe_key AS key, recipient_id AS recipient, status FROM reminder_occurrence',
    );
    const expected = records.map((record) => ({ key: dedupeKey(record, 'inbox', user), recipient: user }));
    return faultsOf(judge(expected, ledger, inbox));
  }

  it('tell each thing once where the key is unique', async () => {
    const source = aDueSource(
      [{ code: 'spec.due', plan: { daysBefore: [1], overdueEveryDays: 7 }, recipients: ['officer'] }],
      () => records,
    );
    const planners = Array.from(
      { length: 4 },
      () => new PlanReminders(on.database, readConfig({ DATABASE_URL: on.fresh.url }), log, [source]),
    );
    await Promise.all(planners.map((planner) => planner.plan()));
    expect(await told()).toEqual({});
  });

  it('is caught: without the unique key everything is told twice', async () => {
    await on.fresh.query('ALTER TABLE reminder_occurrence DROP CONSTRAINT reminder_occurrence_once');
    const plan = () =>
      on.database.transaction('system:faults', async (tx) => {
        for (const record of records) {
          const key = dedupeKey(record, 'inbox', user);
          if (await tx.one('SELECT 1 AS there FROM reminder_occurrence WHERE dedupe_key = $1', [key])) continue;
          await tx.run(
            `INSERT INTO reminder_occurrence (
               id, dedupe_key, rule, rule_version, subject_type, subject_id, recipient_id, channel, step, due_day,
               remind_on, due_at, facts, link
             )
             VALUES ($1, $2, 'spec.due', 1, 'thing', $3, $4, 'inbox', 'before-1', $5, $6, now(), '{}', '/')`,
            [newId(), key, record.subject.id, user, record.dueDay, record.remindOn],
          );
        }
        // Neither sees what the other has not committed.
        await new Promise((resolve) => setTimeout(resolve, 300));
      });
    await Promise.all([plan(), plan()]);
    expect((await told()).twice).toHaveLength(COUNT);
  });
});
