import { auth } from '@crm/api-contract/access';
import { leads } from '@crm/api-contract/leads';
import { reminderRules, reminders } from '@crm/api-contract/reminders';
import { addDays, addYears, yearOf } from '@crm/domain/days';
import { eventually } from '../servers/patience.js';
import { reminderOffice, type ReminderOffice } from './reminders/office.js';

/** What follows once a reminder is in an inbox. It does not depend on the queue. */
describe('reminders in an inbox', () => {
  let office: ReminderOffice;
  beforeAll(async () => void (office = await reminderOffice('postgres')));
  afterAll(() => office?.product.stop());

  it('of a lead come with the lead itself, and follow it to its next owner at once', async () => {
    const { zone, today, inbox } = office;
    const lead = await zone.officer.call(leads.create, {
      enterpriseName: '海南交接样例有限公司',
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
    const { zone, today, inbox, comesDue } = office;
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
    const { zone, today, officerId, underWay } = office;
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
    // A change that nobody saved: what it would tell, of this rule alone.
    const tried = await zone.manager.call(
      reminderRules.preview,
      { on: addDays(today, 18), changes: { daysBefore: [22], recipients: ['officer'] } },
      { params: asked.params },
    );
    expect(tried.data.filter((row) => row.facts.contractId === id)).toEqual([
      expect.objectContaining({ step: 'before-22', recipientId: officerId, rule: 'commitment.due' }),
    ]);
    expect((await zone.admin.call(reminderRules.list)).data.find((row) => row.id === rule?.id)).toEqual(changed);
    await zone.admin.call(
      reminderRules.change,
      { daysBefore: [90, 30, 7, 1], recipients: ['officer', 'primary-secretary'] },
      { ...asked, version: changed.version },
    );
  });
});
