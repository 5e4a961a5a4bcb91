import { auth } from '@crm/api-contract/access';
import { actuals } from '@crm/api-contract/commitments';
import { reminders } from '@crm/api-contract/reminders';
import { secretaryAssignments } from '@crm/api-contract/secretaries';
import { addDays, addYears, yearOf } from '@crm/domain/days';
import { eventually } from '../../servers/patience.js';
import { reminderOffice, type ReminderOffice } from './office.js';

/** A deadline is told once, whatever the queue loses. Each kind of queue has a spec of its own: both run at once. */
export function toldOnceThrough(queue: 'redis' | 'postgres'): void {
  let office: ReminderOffice;
  beforeAll(async () => void (office = await reminderOffice(queue)));
  afterAll(() => office?.product.stop());

  it('a commitment that comes due is told once to the officer and the secretary, and opens the contract', async () => {
    const { zone, today, officerId, inbox, underWay } = office;
    const enterpriseId = await zone.firm();
    await zone.manager.call(secretaryAssignments.assign, {
      enterpriseId,
      userId: (await zone.secretary.call(auth.me)).user.id,
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
    const { product, zone, inbox, comesDue, quiet } = office;
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
    const { product, zone, inbox, comesDue, quiet } = office;
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
    const { product, zone, today, officerId, inbox, underWay, comesDue, quiet } = office;
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
}
