import { leads } from '@crm/api-contract/leads';
import { addDays, addYears, yearOf } from '@crm/domain/days';
import { eventually } from '../servers/patience.js';
import { reminderOffice, type ReminderOffice } from './reminders/office.js';

/** A deadline that is changed to an earlier day: its reminder comes forward, and nobody is told twice. */
describe('a deadline moved nearer', () => {
  let office: ReminderOffice;
  beforeAll(async () => void (office = await reminderOffice('redis')));
  afterAll(() => office?.product.stop());

  const plannedAgain = async () => {
    await office.product.database.query(
      `INSERT INTO job_request (id, job, payload) VALUES (gen_random_uuid(), 'reminders.plan', '{}')`,
    );
    await office.quiet();
  };
  /** How often the officer was told of a record, and of which days. */
  const told = (about: string) =>
    office.product.database.query<{ step: string; day: string; times: number }>(
      `SELECT o.step, r.due_day::text AS day, count(*)::int AS times
       FROM reminder r
       JOIN reminder_occurrence o ON o.id = r.occurrence_id
       WHERE r.link LIKE $1
       GROUP BY 1, 2
       ORDER BY 2 DESC`,
      [`%${about}%`],
    );

  it('of a commitment: far away nobody is told; moved within a week the officer is, once', async () => {
    const { zone, today, officerId, inbox, underWay, quiet } = office;
    const { id } = await zone.signed(
      {
        officerId,
        milestones: underWay(),
        fullProductionYear: yearOf(today) + 3,
        commitments: [{ indicator: 'investment', perMuWan: '300', dueOn: addDays(today, 200) }],
      },
      addYears(today, -1),
    );
    await quiet();
    expect(await inbox(zone.officer, id)).toEqual([]);

    await zone.amended(id, { promises: [{ indicator: 'investment', dueOn: addDays(today, 5) }] });
    const [first, ...more] = await eventually(async () => {
      const found = await inbox(zone.officer, id);
      return found.length > 0 && found;
    });
    expect(more).toEqual([]);
    expect(first).toMatchObject({ rule: 'commitment.due', step: 'before-7', dueDay: addDays(today, 5) });
    await plannedAgain();
    expect(await told(id)).toEqual([{ step: 'before-7', day: addDays(today, 5), times: 1 }]);

    // Nearer still, in the same step: the reminder of the old day is withdrawn, one of the new day takes its place.
    await zone.amended(id, { promises: [{ indicator: 'investment', dueOn: addDays(today, 3) }] });
    await eventually(async () => (await inbox(zone.officer, id)).some(({ dueDay }) => dueDay === addDays(today, 3)));
    await plannedAgain();
    expect(await inbox(zone.officer, id)).toMatchObject([{ step: 'before-7', dueDay: addDays(today, 3) }]);
    expect(await inbox(zone.officer, id, 'done')).toMatchObject([{ dueDay: addDays(today, 5), withdrawn: 'settled' }]);
    expect((await told(id)).map(({ times }) => times)).toEqual([1, 1]);
  });

  it('of a lead’s next step: the reminder follows to the new day, and back to none', async () => {
    const { zone, today, inbox, quiet } = office;
    // Sent at any hour: reminders of today itself are sent from eight o'clock on.
    const due = addDays(today, -2);
    const lead = await zone.officer.call(leads.create, {
      enterpriseName: '海南提前样例有限公司',
      projectName: '提前一期',
      parkId: zone.parks[0]!.id,
      investmentWan: '32000',
      nextStep: '首次电话',
      nextOn: addDays(today, 60),
    });
    await quiet();
    const nextStep = async () => (await inbox(zone.officer, lead.id)).filter(({ rule }) => rule === 'lead.next-step');
    expect(await nextStep()).toEqual([]);

    const moved = await zone.officer.call(
      leads.update,
      { nextOn: due },
      { params: { id: lead.id }, version: lead.version },
    );
    await eventually(async () => (await nextStep()).length > 0);
    await plannedAgain();
    expect(await nextStep()).toMatchObject([{ dueDay: due }]);

    await zone.officer.call(
      leads.update,
      { nextOn: addDays(today, 60) },
      { params: { id: lead.id }, version: moved.version },
    );
    await eventually(async () => (await nextStep()).length === 0);
    await plannedAgain();
    expect(await nextStep()).toEqual([]);
    expect((await told(lead.id)).filter(({ day }) => day === due)).toMatchObject([{ times: 1 }]);
  });
});
