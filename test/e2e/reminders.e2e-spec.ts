import { auth } from '@crm/api-contract/access';
import { leads } from '@crm/api-contract/leads';
import { actuals } from '@crm/api-contract/commitments';
import { reminderRules, reminders, type Reminder } from '@crm/api-contract/reminders';
import { secretaryAssignments } from '@crm/api-contract/secretaries';
import { addDays, addYears, yearOf } from '@crm/domain/days';
import type { Client } from '../servers/client.js';
import { eventually } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

describe.each(['redis', 'postgres'] as const)('reminders through a queue on %s', (queue) => {
  let product: Product;
  let zone: Zone;
  let today: string;
  let officerId: string;
  let secretaryId: string;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', queue });
    zone = await zoneOf(product);
    [{ today }] = (await product.database.query<{ today: string }>(
      `SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`,
    )) as [{ today: string }];
    [officerId, secretaryId] = [
      (await zone.officer.call(auth.me)).user.id,
      (await zone.secretary.call(auth.me)).user.id,
    ];
  });
  afterAll(() => product?.stop());

  const inbox = async (client: Client, about?: string): Promise<Reminder[]> =>
    (await client.call(reminders.list, undefined, { query: { filter: { status: 'open' }, perPage: 200 } })).data.filter(
      (row) => about === undefined || row.link.includes(about),
    );
  /** Construction has begun, so that neither idle land nor the check-up sends reminders. */
  const underWay = () => [{ kind: 'construction-start' as const, actualOn: addDays(today, -10) }];
  /** The investment is due in twenty days, so the step of thirty days before is sent now. */
  const comesDue = () =>
    zone.signed(
      {
        officerId,
        milestones: underWay(),
        fullProductionYear: yearOf(today) + 3,
        commitments: [{ indicator: 'investment', perMuWan: '300', dueOn: addDays(today, 20) }],
      },
      addYears(today, -1),
    );
  const quiet = () =>
    eventually(
      async () =>
        (
          await product.database.query(
            `SELECT 1 AS busy
             FROM job_request
             WHERE done_at IS NULL
             UNION ALL
             SELECT 1
             FROM due_change
             UNION ALL
             SELECT 1
             FROM reminder_occurrence
             WHERE status = 'pending' AND due_at <= now() AND NOT digest`,
          )
        ).length === 0,
    );

  it('a commitment that comes due is told once to the officer and the secretary, and opens the contract', async () => {
    const enterpriseId = await zone.firm();
    await zone.manager.call(secretaryAssignments.assign, {
      enterpriseId,
      userId: secretaryId,
      fromDay: addDays(today, -100),
    });
    const draft = await zone.draft({
      enterpriseId,
      officerId,
      milestones: underWay(),
      fullProductionYear: yearOf(today) + 3,
      commitments: [{ indicator: 'investment', perMuWan: '300', dueOn: addDays(today, 20) }],
    });
    const contract = await zone.approved(draft.id, draft.version, addYears(today, -1));
    for (const client of [zone.officer, zone.secretary]) {
      const [told, ...more] = await eventually(async () => {
        const found = await inbox(client, contract.id);
        return found.length > 0 && found;
      });
      expect(more).toEqual([]);
      expect(told).toMatchObject({
        rule: 'commitment.due',
        step: 'before-30',
        dueDay: addDays(today, 20),
        subjectType: 'commitment',
        facts: { enterpriseName: contract.enterpriseName, indicator: 'investment', requiredWan: '15000' },
      });
      expect(told?.link).toMatch(/^\/(contracts|commitments)\//);
    }
    expect(await inbox(zone.manager, contract.id)).toEqual([]);
  });

  it('planning again, by three workers’ worth of requests, tells nothing twice', async () => {
    const { id } = await comesDue();
    await eventually(async () => (await inbox(zone.officer, id)).length === 1);
    await product.database.query(
      `INSERT INTO job_request (id, job, payload)
       SELECT gen_random_uuid(), 'reminders.plan', '{}'
       FROM generate_series(1, 3)`,
    );
    await product.killWorker('SIGTERM');
    await product.startWorker();
    await quiet();
    expect(await inbox(zone.officer, id)).toHaveLength(1);
    expect(
      await product.database.query(
        `SELECT dedupe_key FROM reminder_occurrence GROUP BY dedupe_key HAVING count(*) > 1`,
      ),
    ).toEqual([]);
  });

  it('kill -9 between the claim and the inbox: still exactly one', async () => {
    await product.database.query(
      `CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(2); RETURN NEW; END $$`,
    );
    await product.database.query(`CREATE TRIGGER hold BEFORE INSERT ON reminder FOR EACH ROW EXECUTE FUNCTION hold()`);
    const { id } = await comesDue();
    // The key is claimed; the row is being written.
    await eventually(
      async () =>
        (
          await product.database.query(
            `SELECT 1 AS under_way
             FROM pg_stat_activity
             WHERE query LIKE 'INSERT INTO reminder %' AND state = 'active' AND datname = current_database()`,
          )
        ).length > 0,
    );
    await product.killWorker('SIGKILL');
    await product.database.query('DROP TRIGGER hold ON reminder');
    expect(await inbox(zone.officer, id)).toEqual([]);
    await product.startWorker();
    await eventually(async () => (await inbox(zone.officer, id)).length > 0);
    await quiet();
    expect(await inbox(zone.officer, id)).toHaveLength(1);
  });

  it('deadlines long past come as one digest to each, and one that is settled is told no more', async () => {
    const firms = await Promise.all(
      Array.from({ length: 4 }, () =>
        zone.signed({
          officerId,
          milestones: underWay(),
          fullProductionYear: 2022,
          commitments: [{ indicator: 'investment', perMuWan: '300' }],
        }),
      ),
    );
    // Moves the time past eight o'clock: a weekly step of today is sent from then on.
    const morning = () =>
      product.database.query(
        `UPDATE reminder_occurrence
         SET due_at = now()
         WHERE status = $1 AND due_at > now() AND remind_on <= $2`,
        ['pending', today],
      );
    const digest = await eventually(
      async () =>
        (await morning()) &&
        (await inbox(zone.officer)).find((row) => row.rule === 'digest' && Number(row.facts.count) >= 4),
    );
    expect((await inbox(zone.officer)).filter((row) => row.rule === 'digest')).toHaveLength(1);
    for (const { id } of firms) expect(await inbox(zone.officer, id)).toEqual([]);
    const { items } = await zone.officer.call(reminders.one, undefined, { params: { id: digest.id } });
    expect(firms.every(({ id }) => items.some((item) => item.link.includes(id) || item.facts.contractId === id))).toBe(
      true,
    );

    const settled = await comesDue();
    await eventually(async () => (await inbox(zone.officer, settled.id)).length === 1);
    await zone.officer.call(actuals.create, {
      contractId: settled.id,
      indicator: 'investment',
      year: yearOf(today),
      source: 'statistics',
      value: { value: '15000', unit: 'wan' },
    });
    await quiet();
    expect(
      await product.database.query(
        `SELECT 1 AS waiting
         FROM reminder_occurrence
         WHERE status = 'pending' AND link LIKE $1 AND step LIKE 'overdue%'`,
        [`%${settled.id}%`],
      ),
    ).toEqual([]);
  });

  it('of a lead come with the lead itself, and follow it to its next owner at once', async () => {
    const lead = await zone.officer.call(leads.create, {
      enterpriseName: `海南交接样例${queue}有限公司`,
      projectName: '交接一期',
      parkId: zone.parks[0]!.id,
      investmentWan: '32000',
      nextStep: '首次电话',
      nextOn: addDays(today, -2),
    });
    const params = { id: lead.id };
    await eventually(async () => (await inbox(zone.officer, lead.id)).length === 1);
    const next = (await zone.manager.call(auth.me)).user.id;
    await zone.manager.call(leads.transfer, { ownerId: next, reason: '分工调整' }, { params });
    await eventually(async () => (await inbox(zone.officer, lead.id)).length === 0);
    const left = (
      await zone.officer.call(reminders.list, undefined, { query: { filter: { subjectId: lead.id }, perPage: 200 } })
    ).data;
    // Items that the person may no longer read are hidden; the others show why they were withdrawn.
    for (const row of left) expect(row).toMatchObject({ status: 'done', withdrawn: 'handed-on' });
    await eventually(async () => (await inbox(zone.manager, lead.id)).length === 1);
    await zone.manager.call(leads.move, { stage: 'lost', lossReason: '土地' }, { params });
    await eventually(async () => (await inbox(zone.manager, lead.id)).length === 0);
    const [settled] = (
      await zone.manager.call(reminders.list, undefined, { query: { filter: { subjectId: lead.id } } })
    ).data;
    expect(settled).toMatchObject({ withdrawn: 'settled' });
    expect(
      await zone.manager.refused(reminders.reopen, undefined, { params: { id: settled?.id as string } }),
    ).toMatchObject({ status: 409, code: 'reminder.withdrawn' });
  });

  it('are worked off by their owner: later, done, open again; the counts follow', async () => {
    const { id } = await comesDue();
    const [told] = await eventually(async () => {
      const found = await inbox(zone.officer, id);
      return found.length > 0 && found;
    });
    const params = { id: told?.id as string };
    const before = await zone.officer.call(reminders.counts);
    expect(await zone.officer.call(reminders.snooze, { until: addDays(today, 3) }, { params })).toMatchObject({
      status: 'snoozed',
    });
    expect(await zone.officer.call(reminders.counts)).toEqual({
      ...before,
      open: before.open - 1,
      snoozed: before.snoozed + 1,
    });
    expect(await zone.officer.refused(reminders.snooze, { until: today }, { params })).toMatchObject({
      status: 422,
      code: 'reminder.snooze-past',
      errors: [{ pointer: '/until' }],
    });
    await zone.officer.call(reminders.done, undefined, { params });
    expect(await zone.officer.call(reminders.reopen, undefined, { params })).toMatchObject({ status: 'open' });
    expect(await zone.manager.refused(reminders.done, undefined, { params })).toMatchObject({
      status: 404,
      code: 'record.absent',
    });
  });

  it('follow the rules an administrator sets, who sees beforehand who would get what', async () => {
    const rule = (await zone.admin.call(reminderRules.list)).data.find((row) => row.code === 'commitment.due');
    expect(rule).toMatchObject({
      daysBefore: [90, 30, 7, 1],
      overdueEveryDays: 7,
      recipients: ['officer', 'primary-secretary'],
      enabled: true,
    });
    const asked = { params: { id: rule?.id as string }, version: rule?.version as number };
    expect(await zone.manager.refused(reminderRules.change, { daysBefore: [21] }, asked)).toMatchObject({
      status: 403,
    });
    const changed = await zone.admin.call(reminderRules.change, { daysBefore: [21], recipients: ['manager'] }, asked);
    expect(await zone.admin.refused(reminderRules.change, { enabled: false }, asked)).toMatchObject({
      status: 412,
      code: 'version.stale',
    });
    const { id } = await zone.signed(
      {
        officerId,
        milestones: underWay(),
        fullProductionYear: yearOf(today) + 3,
        commitments: [{ indicator: 'investment', perMuWan: '300', dueOn: addDays(today, 40) }],
      },
      addYears(today, -1),
    );
    const preview = await zone.manager.call(reminders.preview, undefined, { query: { on: addDays(today, 19) } });
    expect(preview.data.filter((row) => row.facts.contractId === id)).toEqual(
      ['周岚', '韩冬'].map((recipientName) =>
        expect.objectContaining({ step: 'before-21', recipientName, channel: 'inbox', inDigest: false }),
      ),
    );
    await zone.admin.call(
      reminderRules.change,
      { daysBefore: [90, 30, 7, 1], recipients: ['officer', 'primary-secretary'] },
      { ...asked, version: changed.version },
    );
  });
});
