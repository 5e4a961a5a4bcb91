import { addDays } from '@crm/domain/days';
import { readConfig } from '@crm/platform/config';
import { newId } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { PlanReminders } from '../reminders/index.js';
import { contractsDueSource } from './index.js';

describe('terms that run out', () => {
  let opened: OpenedDatabase;
  let planning: PlanReminders;
  let today: string;
  beforeAll(async () => {
    opened = await openedDatabase();
    planning = new PlanReminders(
      opened.database,
      readConfig({ DATABASE_URL: opened.fresh.url }),
      createLogger('spec', 'silent'),
      [contractsDueSource],
    );
    [{ today }] = (await opened.fresh.query<{ today: string }>(
      `SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`,
    )) as [{ today: string }];
  });
  afterAll(() => opened?.close());

  let n = 0;
  const write = (sql: string, values: unknown[] = []) =>
    opened.database.transaction('system:spec', (tx) => tx.run(sql, values));
  /** A signed contract of that officer whose term ends in so many days. */
  async function contract(endsIn: number, more: { renews?: string; status?: string } = {}): Promise<string> {
    const [firm, project, id] = [newId(), newId(), newId()];
    await write('INSERT INTO enterprise (id, name, match_name) VALUES ($1, $2, $2)', [firm, `到期样例${++n}`]);
    await write('INSERT INTO investment_project (id, enterprise_id, name, match_name) VALUES ($1, $2, $3, $3)', [
      project,
      firm,
      `项目${n}`,
    ]);
    await write(
      `INSERT INTO contract (
         id, number, kind, status, enterprise_id, project_id, park_id, industry_id, signed_on, term_to, officer_id,
         renews_id
       )
       SELECT
         $1, $2, 'performance', $3, $4, $5, (SELECT id FROM park LIMIT 1), (SELECT id FROM industry LIMIT 1),
         '2021-01-01', $6, id, $7
       FROM app_user
       WHERE username = 'officer'`,
      [id, `DQ-${n}`, more.status ?? 'signed', firm, project, addDays(today, endsIn), more.renews ?? null],
    );
    return id;
  }
  const planned = (subjectId: string) =>
    opened.fresh.query<{ rule: string; step: string; status: string; link: string; due_day: string }>(
      `SELECT rule, step, status, link, due_day
       FROM reminder_occurrence
       WHERE subject_id = $1
       ORDER BY remind_on, id`,
      [subjectId],
    );
  const open = async (subjectId: string) =>
    (await planned(subjectId)).filter(({ status }) => status === 'pending').map(({ rule, step }) => [rule, step]);

  it('are told by the step that applies, once, however often it is planned', async () => {
    const [near, far, past, done] = [
      await contract(30),
      await contract(91),
      await contract(-1),
      await contract(30, { status: 'terminated' }),
    ];
    for (let i = 0; i < 3; i++) await planning.planOn();
    expect(await open(near)).toEqual([['contract.expiring', 'before-30']]);
    expect((await planned(near))[0]?.link).toBe(`/contracts/${near}/show`);
    expect((await open(far)).every(([, step]) => step === 'before-90')).toBe(true);
    expect([await open(past), await open(done)]).toEqual([[], []]);
    await write(`UPDATE reminder_occurrence SET status = 'sent', sent_at = now() WHERE subject_id = $1`, [near]);
    await planning.planOn();
    expect(await planned(near)).toMatchObject([{ step: 'before-30', status: 'sent' }]);
  });

  it('are no longer told when the contract is renewed or terminated, or another day is agreed', async () => {
    const [renewed, ended, longer] = [await contract(7), await contract(7), await contract(7)];
    await planning.planOn();
    expect(await open(renewed)).toEqual([['contract.expiring', 'before-7']]);
    const next = await contract(400, { renews: renewed, status: 'draft' }).catch(() => '');
    await planning.planOn();
    // While the renewal is only a draft, the old contract still expires.
    expect(await open(renewed)).toHaveLength(1);
    await write(`UPDATE contract SET status = 'signed', version = version + 1 WHERE id = $1`, [next]);
    await write(`UPDATE contract SET status = 'terminated', version = version + 1 WHERE id = $1`, [ended]);
    await write('UPDATE contract SET term_to = $2, version = version + 1 WHERE id = $1', [longer, addDays(today, 60)]);
    await planning.planOn();
    expect([await open(renewed), await open(ended)]).toEqual([[], []]);
    expect(await planned(longer)).toMatchObject([
      { step: 'before-90', status: 'pending', due_day: addDays(today, 60) },
      { step: 'before-7', status: 'cancelled' },
    ]);
  });

  it('of a support clause lead to its tab, and end with the clause', async () => {
    const [id, clause] = [await contract(1000), newId()];
    await write(`INSERT INTO support_clause (id, contract_id, text, ends_on) VALUES ($1, $2, '税收奖励前三年', $3)`, [
      clause,
      id,
      addDays(today, 20),
    ]);
    await planning.planOn();
    expect(await planned(clause)).toMatchObject([
      { rule: 'support.expiring', step: 'before-30', link: `/contracts/${id}/show?tab=support` },
    ]);
    await write(`UPDATE support_clause SET known_to = now(), end_reason = '提前兑付' WHERE id = $1`, [clause]);
    await planning.planOn();
    expect(await open(clause)).toEqual([]);
  });
});
