import { defaultStepPlan, reminderSteps } from '@crm/domain/due';
import { addDays } from '@crm/domain/days';
import { readConfig, type Config } from '@crm/platform/config';
import { Database, createDataSource, newId } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import type { Mail, Mailer } from '@crm/platform/mail';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { dueHasChanged } from '../due/index.js';
import { UNITS_AT_ONCE } from './planning.js';
import { aDueSource, unitOf } from '../due/due-source.example.js';
import type { Actor } from '../data-access/index.js';
import {
  DeliverReminder,
  DueOccurrences,
  InboxService,
  MailChannel,
  PlanChanges,
  PlanReminders,
  PreviewReminders,
  ReconcileReminders,
  ReminderRulesService,
} from './index.js';

interface Deadline {
  id: string;
  dueDay: string;
  ownerId: string | null;
  enterpriseId: string | null;
  settled?: boolean;
}

const RULE = 'spec.due';
const log = createLogger('spec', 'silent');

describe('reminders', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let config: Config;
  let planning: PlanReminders;
  let changes: PlanChanges;
  let ledger: ReconcileReminders;
  let delivery: DeliverReminder;
  let inbox: InboxService;
  let rules: ReminderRulesService;
  let due: DueOccurrences;
  let channel: MailChannel;
  let today: string;
  let broken = false;
  let deadlines: Deadline[] = [];
  const mails: Mail[] = [];
  let mailFails: unknown;
  const people: Record<string, string> = {};

  const source = aDueSource(
    [{ code: RULE, plan: defaultStepPlan, recipients: ['officer', 'primary-secretary'] }],
    async ({ today: on, until, planOf }, rows) => {
      if (broken) await rows.rows('SELECT 1 FROM no_such_table');
      return deadlines.flatMap(({ id, dueDay, ownerId, enterpriseId, settled }) =>
        reminderSteps(dueDay, on, until, planOf(RULE), !settled).map((step) => ({
          ...step,
          unit: unitOf(id),
          rule: RULE,
          subject: { type: 'thing', id },
          dueDay,
          recipients: [],
          facts: { title: `事项 ${id}` },
          ownerId,
          enterpriseId,
          link: `/things/${id}`,
        })),
      );
    },
  );
  const mailer: Mailer = {
    publicUrl: 'https://crm.example',
    send: async (mail) => {
      if (mailFails) throw mailFails;
      mails.push(mail);
      return `<${mails.length}@spec>`;
    },
  };

  async function user(username: string, role: string, email: string | null = null): Promise<string> {
    const id = newId();
    await database.transaction('system:spec', (tx) =>
      tx.run('INSERT INTO app_user (id, username, name, role, email) VALUES ($1, $2, $2, $3, $4)', [
        id,
        username,
        role,
        email,
      ]),
    );
    return (people[username] = id);
  }
  const actor = (username: string): Actor => ({
    userId: people[username] as string,
    username,
    name: username,
    role: 'officer',
    departmentId: null,
    departmentName: null,
    dataScope: 'self',
    locale: 'zh',
    sessionId: '',
  });
  const occurrences = (where = 'true') =>
    fresh.query<{
      id: string;
      dedupe_key: string;
      status: string;
      recipient_id: string;
      step: string;
      channel: string;
      last_error: string | null;
      provider_msg_id: string | null;
    }>(`SELECT * FROM reminder_occurrence WHERE ${where} ORDER BY id`);
  const open = async (username: string) =>
    (
      await inbox.list(actor(username), {
        page: 1,
        perPage: 100,
        sort: 'createdAt',
        order: 'desc',
        filter: { status: 'open' },
        exact: true,
      })
    ).data;
  /** Moves the time past the hour from which reminders of the day are sent. */
  const allDue = () =>
    database.transaction('system:spec', (tx) =>
      tx.run(
        `UPDATE reminder_occurrence
         SET due_at = now() - interval '1 second'
         WHERE remind_on <= $1 AND status = 'pending'`,
        [today],
      ),
    );
  const deliverAll = async () => {
    await allDue();
    for (const waiting of await due.take(30)) await delivery.deliver(waiting.id);
  };

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = new Database(
      await createDataSource({ url: fresh.url, pool: 8, migrations: [], applicationName: 'spec', log }).initialize(),
    );
    config = readConfig({ DATABASE_URL: fresh.url, SMTP_URL: 'smtp://127.0.0.1:1' });
    planning = new PlanReminders(database, config, log, [source]);
    channel = new MailChannel(database, mailer, log);
    delivery = new DeliverReminder(database, channel);
    inbox = new InboxService(database, config, [source]);
    rules = new ReminderRulesService(database, new PreviewReminders(database, config, [source]));
    changes = new PlanChanges(database, config, log, [source]);
    ledger = new ReconcileReminders(database, config, log, [source], changes);
    due = new DueOccurrences(database);
    [{ today }] = (await fresh.query<{ today: string }>(
      `SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`,
    )) as [{ today: string }];
    await user('fu', 'officer');
    await user('lin', 'secretary', 'lin@example.cn');
    await user('zhou', 'manager');
  });
  afterAll(async () => {
    await database?.dataSource.destroy();
    await fresh?.drop();
  });
  beforeEach(async () => {
    deadlines = [];
    broken = false;
    mailFails = undefined;
    mails.length = 0;
    for (const table of ['reminder', 'due_change', 'due_ask', 'due_sweep'])
      await database.transaction('system:spec', (tx) => tx.run(`DELETE FROM ${table}`));
    await database.transaction('system:spec', (tx) =>
      tx.run('DELETE FROM reminder_occurrence WHERE gathered_in IS NOT NULL'),
    );
    await database.transaction('system:spec', (tx) => tx.run('DELETE FROM reminder_occurrence'));
    await database.transaction('system:spec', (tx) =>
      tx.run(
        `UPDATE reminder_rule SET channels = '{inbox}', days_before = '{90,30,7,1}', enabled = true, version = version + 1`,
      ),
    );
  });

  it('stand in the ledger once, however often and by however many they are planned', async () => {
    deadlines = [
      { id: '1', dueDay: addDays(today, 7), ownerId: people.fu as string, enterpriseId: null },
      { id: '2', dueDay: addDays(today, 31), ownerId: people.fu as string, enterpriseId: null },
    ];
    await Promise.all(Array.from({ length: 6 }, () => planning.planOn()));
    // Expected values written by hand: for the first, today's step of seven days before. For the other, the old step of
    // ninety days and tomorrow's of thirty.
    expect((await occurrences()).map((row) => decodeURIComponent(row.dedupe_key)).sort()).toEqual([
      `${RULE}|thing|1|before-7|${addDays(today, 7)}|inbox|${people.fu}`,
      `${RULE}|thing|2|before-30|${addDays(today, 31)}|inbox|${people.fu}`,
      `${RULE}|thing|2|before-90|${addDays(today, 31)}|inbox|${people.fu}`,
    ]);
    expect(await ledger.reconcile()).toBe(0);
  });

  it('are written page by page: stopped between two pages, another worker goes on from there', async () => {
    deadlines = Array.from({ length: 700 }, (_, n) => ({
      id: String(n),
      dueDay: addDays(today, 7),
      ownerId: people.fu as string,
      enterpriseId: null,
    }));
    const transaction = database.transaction.bind(database);
    let pages = 0;
    const dying = jest.spyOn(database, 'transaction').mockImplementation(async (who, work) => {
      if (pages === 2) throw new Error('killed');
      const answer = await transaction(who, work);
      if (answer !== null && typeof answer === 'object' && 'next' in answer) pages++;
      return answer;
    });
    await expect(planning.planOn()).rejects.toThrow('killed');
    dying.mockRestore();
    expect(await occurrences()).toHaveLength(2 * UNITS_AT_ONCE);
    const rest = 700 - 2 * UNITS_AT_ONCE;
    // The lease of the dead worker still holds, and nobody continues until it ends.
    const other = new PlanReminders(database, config, log, [source]);
    expect(await other.plan()).toMatchObject({ due: 0, added: 0 });
    await database.transaction('system:spec', (tx) =>
      tx.run(`UPDATE due_sweep SET lease_until = now() - interval '1 second'`),
    );
    expect(await other.plan()).toMatchObject({ due: rest, added: rest, cancelled: 0 });
    expect(new Set((await occurrences()).map((row) => row.dedupe_key)).size).toBe(700);
    // Planned today, and no request since.
    expect(await other.plan()).toMatchObject({ due: 0 });
    // Reminders that are no longer due are cancelled, by one of the workers that come at once.
    deadlines = deadlines.slice(0, 300);
    const both = await Promise.all([planning.planOn(), other.planOn()]);
    expect(both.map(({ cancelled }) => cancelled).sort()).toEqual([0, 400]);
    expect((await occurrences(`status = 'pending'`)).length).toBe(300);
  });

  it('a worker that lost its lease writes nothing more', async () => {
    deadlines = Array.from({ length: 500 }, (_, n) => ({
      id: String(n),
      dueDay: addDays(today, 7),
      ownerId: people.fu as string,
      enterpriseId: null,
    }));
    const transaction = database.transaction.bind(database);
    let pages = 0;
    const frozen = jest.spyOn(database, 'transaction').mockImplementation(async (who, work) => {
      const answer = await transaction(who, work);
      if (answer !== null && typeof answer === 'object' && 'next' in answer && ++pages === 1)
        await transaction('system:spec', (tx) => tx.run('UPDATE due_sweep SET token = $1', [newId()]));
      return answer;
    });
    await planning.planOn();
    frozen.mockRestore();
    expect(await occurrences()).toHaveLength(UNITS_AT_ONCE);
  });

  it('of one record that changed follow it, and nothing else is looked at', async () => {
    deadlines = [
      { id: '1', dueDay: addDays(today, 7), ownerId: people.fu as string, enterpriseId: null },
      { id: '2', dueDay: addDays(today, 7), ownerId: people.fu as string, enterpriseId: null },
    ];
    await planning.planOn();
    deadlines = deadlines.map((one) => ({ ...one, dueDay: addDays(today, 4) }));
    await database.transaction('system:spec', (tx) => dueHasChanged(tx, 'thing', [unitOf('1')]));
    expect(await changes.drain()).toMatchObject({ due: 1, added: 1, cancelled: 1 });
    expect(
      (await occurrences(`status = 'pending'`)).map((row) => [
        decodeURIComponent(row.dedupe_key).split('|')[2],
        row.step,
      ]),
    ).toEqual([
      ['2', 'before-7'],
      ['1', 'before-7'],
    ]);
    // A change that was rolled back is no change.
    await expect(
      database.transaction('system:spec', async (tx) => {
        await dueHasChanged(tx, 'thing', [unitOf('2')]);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await changes.drain()).toMatchObject({ due: 0 });
  });

  it('of a change that cannot be planned wait, named, and hold up no other', async () => {
    deadlines = [{ id: '1', dueDay: addDays(today, 7), ownerId: people.fu as string, enterpriseId: null }];
    broken = true;
    await database.transaction('system:spec', (tx) => dueHasChanged(tx, 'thing', [unitOf('1')]));
    await changes.drain();
    expect(await fresh.query('SELECT tries, error, not_before > now() AS later FROM due_change')).toEqual([
      { tries: 1, error: expect.stringContaining('no_such_table'), later: true },
    ]);
    broken = false;
    await database.transaction('system:spec', (tx) => tx.run('UPDATE due_change SET not_before = NULL'));
    expect(await changes.drain()).toMatchObject({ added: 1 });
  });

  it('are withdrawn with the reason when they are handed on or settled, and come back when they are theirs again', async () => {
    deadlines = [
      { id: '1', dueDay: addDays(today, 7), ownerId: people.fu as string, enterpriseId: null },
      { id: '2', dueDay: addDays(today, 7), ownerId: people.fu as string, enterpriseId: null },
    ];
    await planning.planOn();
    await deliverAll();
    expect(await open('fu')).toHaveLength(2);
    const [one, two] = deadlines as [Deadline, Deadline];
    deadlines = [{ ...one, ownerId: people.zhou as string }];
    const changed = () =>
      database.transaction('system:spec', (tx) => dueHasChanged(tx, 'thing', [unitOf('1'), unitOf('2')]));
    await changed();
    expect(await changes.drain()).toMatchObject({ withdrawn: 2 });
    await deliverAll();
    expect(await open('fu')).toEqual([]);
    expect((await open('zhou')).map(({ subjectId }) => subjectId)).toEqual(['1']);
    const gone = await fresh.query<{ id: string; subject_id: string; withdrawn: string }>(
      'SELECT id, subject_id, withdrawn FROM reminder WHERE user_id = $1 ORDER BY subject_id',
      [people.fu],
    );
    expect(gone.map((row) => [row.subject_id, row.withdrawn])).toEqual([
      ['1', 'handed-on'],
      ['2', 'settled'],
    ]);
    await expect(inbox.reopen(actor('fu'), gone[0]?.id as string)).rejects.toMatchObject({
      code: 'reminder.withdrawn',
    });
    deadlines = [one, two];
    await changed();
    await changes.drain();
    await deliverAll();
    expect(await open('fu')).toHaveLength(2);
    expect(await open('zhou')).toEqual([]);
  });

  it('in a digest are taken out of it, and an empty digest goes', async () => {
    deadlines = ['1', '2'].map((id) => ({
      id,
      dueDay: '2021-12-31',
      ownerId: people.fu as string,
      enterpriseId: null,
    }));
    await planning.planOn(today);
    await deliverAll();
    expect((await open('fu')).map(({ facts }) => facts)).toEqual([{ count: 2 }]);
    const changed = async (id: string) => {
      await database.transaction('system:spec', (tx) => dueHasChanged(tx, 'thing', [unitOf(id)]));
      await changes.drain();
    };
    const [one, two] = deadlines as [Deadline, Deadline];
    deadlines = [two];
    await changed('1');
    expect((await open('fu')).map(({ facts }) => facts)).toEqual([{ count: 1 }]);
    deadlines = [];
    await changed('2');
    expect(await open('fu')).toEqual([]);
    deadlines = [one];
    await changed('1');
    await deliverAll();
    expect((await open('fu')).map(({ facts }) => facts)).toEqual([{ count: 1 }]);
  });

  it('that are due now are sent though thousands wait for somebody else', async () => {
    deadlines = Array.from({ length: 2_000 }, (_, n) => ({
      id: String(n),
      dueDay: addDays(today, 1),
      ownerId: people.fu as string,
      enterpriseId: null,
    }));
    deadlines.push({ id: 'late', dueDay: addDays(today, 1), ownerId: people.lin as string, enterpriseId: null });
    await planning.planOn();
    await allDue();
    await database.transaction('system:spec', (tx) =>
      tx.run(`UPDATE reminder_occurrence SET due_at = due_at - interval '1 day' WHERE recipient_id = $1`, [people.fu]),
    );
    const taken = (await due.take(30)).map(({ id }) => id);
    const [late] = await occurrences(`subject_id = 'late'`);
    expect(taken).toContain(late?.id);
    // However often the relay runs, at most a thousand are in the queue.
    for (let n = 0; n < 40; n++) await due.stamp((await due.take(30)).map(({ id }) => id));
    const [{ count }] = (await fresh.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM reminder_occurrence WHERE enqueued_at IS NOT NULL`,
    )) as [{ count: number }];
    expect(count).toBeLessThanOrEqual(1_000);
  });

  it('are told once, when their time has come by the clock of the database, and name what they open', async () => {
    deadlines = [
      { id: '1', dueDay: addDays(today, 1), ownerId: people.fu as string, enterpriseId: null },
      { id: '2', dueDay: addDays(today, 8), ownerId: people.fu as string, enterpriseId: null },
    ];
    await planning.planOn();
    await allDue();
    const ids = (await occurrences(`status = 'pending'`)).map((row) => row.id);
    await Promise.all([...ids, ...ids, ...ids].map((id) => delivery.deliver(id)));
    const told = await open('fu');
    expect(told.map(({ step, link, dueDay, facts }) => ({ step, link, dueDay, facts }))).toContainEqual({
      step: 'before-1',
      link: '/things/1',
      dueDay: addDays(today, 1),
      facts: { title: '事项 1' },
    });
    // The seven-day step of the second one is one day ahead.
    expect(told).toHaveLength(2);
    expect(told.map((row) => row.step).sort()).toEqual(['before-1', 'before-30']);
    expect(await inbox.counts(actor('fu'))).toEqual({ open: 2, snoozed: 0, done: 0 });
    expect(await inbox.counts(actor('lin'))).toEqual({ open: 0, snoozed: 0, done: 0 });
  });

  it('go to the secretary of that day; where nobody is named, to the managers', async () => {
    const firm = newId();
    await database.transaction('system:spec', async (tx) => {
      await tx.run(`INSERT INTO enterprise (id, name, match_name) VALUES ($1, '澄洲食品', '澄洲食品')`, [firm]);
      await tx.run(
        `INSERT INTO secretary_assignment (id, user_id, enterprise_id, role, from_day, to_day)
         VALUES ($1, $2, $3, 'primary', $4, $5)`,
        [newId(), people.lin, firm, addDays(today, -30), today],
      );
    });
    deadlines = [
      { id: '1', dueDay: addDays(today, 7), ownerId: null, enterpriseId: firm },
      { id: '2', dueDay: addDays(today, 7), ownerId: null, enterpriseId: null },
    ];
    await planning.planOn();
    await deliverAll();
    expect((await open('lin')).map((row) => row.subjectId)).toEqual(['1']);
    expect((await open('zhou')).map((row) => row.subjectId)).toEqual(['2']);
  });

  it('of deadlines long past come in one digest per person and day, which takes later ones in', async () => {
    deadlines = Array.from({ length: 40 }, (_, n) => ({
      id: `old-${n}`,
      dueDay: '2021-12-31',
      ownerId: people.fu as string,
      enterpriseId: null,
    }));
    await planning.planOn(today);
    await deliverAll();
    const [digest, ...others] = await open('fu');
    expect(others).toEqual([]);
    expect(digest).toMatchObject({ rule: 'digest', facts: { count: 40 } });
    const { items } = await inbox.one(actor('fu'), digest?.id as string);
    expect(new Set(items.map((item) => item.subjectId)).size).toBe(40);
    await inbox.done(actor('fu'), digest?.id as string);
    deadlines.push({ id: 'old-40', dueDay: '2021-12-31', ownerId: people.fu as string, enterpriseId: null });
    await planning.planOn(today);
    await deliverAll();
    expect(await open('fu')).toEqual([expect.objectContaining({ id: digest?.id, facts: { count: 41 } })]);
  });

  it('are told no more when settled before their time, and again when that was mistaken', async () => {
    deadlines = [{ id: '1', dueDay: addDays(today, -3), ownerId: people.fu as string, enterpriseId: null }];
    await planning.planOn();
    expect((await occurrences()).map((row) => row.status)).toEqual(['pending']);
    deadlines = [{ ...(deadlines[0] as Deadline), settled: true }];
    await planning.planOn();
    await deliverAll();
    expect(await open('fu')).toEqual([]);
    deadlines = [{ ...(deadlines[0] as Deadline), settled: false }];
    await planning.planOn();
    await deliverAll();
    expect(await open('fu')).toHaveLength(1);
  });

  it('of one deadline stay one: the next step takes the place of the last', async () => {
    deadlines = [{ id: '1', dueDay: addDays(today, 7), ownerId: people.fu as string, enterpriseId: null }];
    await planning.planOn();
    await deliverAll();
    await planning.planOn(addDays(today, 6));
    await database.transaction('system:spec', (tx) =>
      tx.run(`UPDATE reminder_occurrence SET due_at = now() WHERE status = 'pending' AND step = 'before-1'`),
    );
    for (const waiting of await due.take(30)) await delivery.deliver(waiting.id);
    expect((await open('fu')).map((row) => row.step)).toEqual(['before-1']);
    expect(await inbox.counts(actor('fu'))).toEqual({ open: 1, snoozed: 0, done: 1 });
  });

  it('that are missing in the ledger are found by computing them anew', async () => {
    deadlines = [
      { id: '1', dueDay: addDays(today, 7), ownerId: people.fu as string, enterpriseId: null },
      { id: '2', dueDay: addDays(today, 1), ownerId: people.fu as string, enterpriseId: null },
    ];
    await planning.planOn();
    await database.transaction('system:spec', (tx) => tx.run(`DELETE FROM reminder_occurrence WHERE subject_id = '2'`));
    expect(await ledger.reconcile()).toBe(1);
    expect(await occurrences(`subject_id = '2'`)).toHaveLength(2);
    expect(await ledger.reconcile()).toBe(0);
  });

  it('of the other rooms are planned though one room fails, and nothing of the failing one is cancelled', async () => {
    deadlines = [{ id: '1', dueDay: addDays(today, 7), ownerId: people.fu as string, enterpriseId: null }];
    await planning.planOn();
    broken = true;
    await expect(planning.planOn()).rejects.toThrow('no_such_table');
    expect((await occurrences()).map((row) => row.status)).toEqual(['pending']);
  });

  it('follow the rule as an administrator sets it, and the preview says so beforehand', async () => {
    const [rule] = (
      await rules.list(actor('zhou'), { page: 1, perPage: 25, sort: 'code', order: 'asc', filter: {}, exact: true })
    ).data;
    await rules.change(actor('zhou'), rule?.id as string, rule?.version as number, {
      daysBefore: [10],
      recipients: ['manager'],
    });
    deadlines = [{ id: '1', dueDay: addDays(today, 10), ownerId: people.fu as string, enterpriseId: null }];
    expect((await rules.preview(actor('zhou'), { on: today })).data).toEqual([
      expect.objectContaining({ step: 'before-10', recipientName: 'zhou', channel: 'inbox', inDigest: false }),
    ]);
    expect(await rules.preview(actor('zhou'), { on: addDays(today, 1) })).toMatchObject({ data: [], next: null });
    await planning.planOn();
    await deliverAll();
    expect(await open('zhou')).toHaveLength(1);
    const audit = await fresh.query<{ action: string; after: object }>(
      `SELECT action, after FROM audit_entry WHERE subject = 'reminder_rule' AND actor = $1`,
      [`user:${people.zhou}`],
    );
    expect(audit).toEqual([
      expect.objectContaining({ action: 'update', after: expect.objectContaining({ days_before: [10] }) }),
    ]);
    await expect(
      rules.change(actor('zhou'), rule?.id as string, rule?.version as number, { enabled: false }),
    ).rejects.toMatchObject({ code: 'version.stale' });
    await database.transaction('system:spec', (tx) =>
      tx.run(`UPDATE reminder_rule SET recipients = '{officer,primary-secretary}', version = version + 1`),
    );
  });

  it('are done, put off and reopened by their owner alone', async () => {
    deadlines = [{ id: '1', dueDay: addDays(today, 7), ownerId: people.fu as string, enterpriseId: null }];
    await planning.planOn();
    await deliverAll();
    const id = (await open('fu'))[0]?.id as string;
    await expect(inbox.done(actor('lin'), id)).rejects.toMatchObject({ code: 'record.absent', kind: 'absent' });
    await expect(inbox.snooze(actor('fu'), id, today)).rejects.toMatchObject({ code: 'reminder.snooze-past' });
    expect(await inbox.snooze(actor('fu'), id, addDays(today, 2))).toMatchObject({
      status: 'snoozed',
      snoozeUntil: addDays(today, 2),
    });
    await database.transaction('system:spec', (tx) => tx.run('UPDATE reminder SET snooze_until = $1', [today]));
    expect(await inbox.counts(actor('fu'))).toEqual({ open: 1, snoozed: 0, done: 0 });
    expect(await inbox.done(actor('fu'), id)).toMatchObject({ status: 'done' });
    expect(await inbox.done(actor('fu'), id)).toMatchObject({ status: 'done' });
    expect(await inbox.reopen(actor('fu'), id)).toMatchObject({ status: 'open', doneAt: null });
  });

  describe('by mail', () => {
    const refused = Object.assign(new Error('550 no such user'), { responseCode: 550 });
    const cutOff = Object.assign(new Error('socket closed'), { code: 'ESOCKET', command: 'DATA' });

    beforeEach(async () => {
      await database.transaction('system:spec', (tx) =>
        tx.run(`UPDATE reminder_rule SET channels = '{inbox,mail}', version = version + 1`),
      );
      deadlines = [
        { id: '1', dueDay: addDays(today, 7), ownerId: people.lin as string, enterpriseId: null },
        { id: '2', dueDay: addDays(today, 7), ownerId: people.fu as string, enterpriseId: null },
      ];
      await planning.planOn();
    });
    const mailed = () => occurrences(`channel = 'mail'`);

    it('reach those with an address, with a link', async () => {
      await deliverAll();
      expect(mails).toEqual([
        expect.objectContaining({
          to: 'lin@example.cn',
          subject: expect.stringContaining('事项 1'),
          text: expect.stringContaining('https://crm.example/things/1'),
        }),
      ]);
      expect(await mailed()).toEqual([expect.objectContaining({ status: 'sent', provider_msg_id: '<1@spec>' })]);
      expect(await open('lin')).toHaveLength(1);
    });

    it('are tried again when the server refused, and given up after five times', async () => {
      mailFails = refused;
      for (let n = 1; n <= 5; n++) {
        await deliverAll();
        await delivery.deliver((await mailed())[0]?.id as string);
      }
      expect(await mailed()).toEqual([expect.objectContaining({ status: 'dead', last_error: '550 no such user' })]);
      expect((await rules.undelivered(actor('zhou'))).data).toHaveLength(1);
    });

    it('are uncertain when the line broke, and a person decides; nothing is sent meanwhile', async () => {
      mailFails = cutOff;
      await deliverAll();
      mailFails = undefined;
      await deliverAll();
      const [row] = await mailed();
      expect(row).toMatchObject({ status: 'uncertain' });
      expect(mails).toEqual([]);
      await rules.resolve(actor('zhou'), row?.id as string, 'again');
      await deliverAll();
      expect(mails).toHaveLength(1);
      await expect(rules.resolve(actor('zhou'), row?.id as string, 'sent')).rejects.toMatchObject({
        code: 'record.absent',
      });
    });

    it('are uncertain when the sender died on the way, and its late answer changes nothing', async () => {
      let release: (value: string) => void = () => undefined;
      const slow = new MailChannel(
        database,
        { publicUrl: undefined, send: () => new Promise<string>((resolve) => (release = resolve)) },
        log,
      );
      await allDue();
      const id = (await mailed())[0]?.id as string;
      const sending = slow.send(id);
      for (let n = 0; n < 100 && (await mailed())[0]?.status !== 'sending'; n++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await channel.reap()).toBe(0);
      await database.transaction('system:spec', (tx) =>
        tx.run(`UPDATE reminder_occurrence SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]),
      );
      expect(await channel.reap()).toBe(1);
      release('<late@spec>');
      await sending;
      expect(await mailed()).toEqual([expect.objectContaining({ status: 'uncertain', provider_msg_id: null })]);
    });
  });
});
