import { FixedClock } from '@crm/platform/clock';
import { Database, createDataSource, newId } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import type { Actor } from '../data-access/index.js';
import { AssignmentsService, CoverageService } from './index.js';

const at = (day: string) => new FixedClock(`${day}T10:00:00+08:00`);
const list = { page: 1, perPage: 200, sort: 'enterpriseName', order: 'asc', exact: true } as const;

describe('secretaries', () => {
  let fresh: FreshDatabase;
  let database: Database;
  const ids: Record<string, string> = {};
  const on = (day: string) => new AssignmentsService(database, at(day));
  const actor = (name: string, role: Actor['role']): Actor => ({
    userId: ids[name] as string,
    username: name,
    name,
    role,
    departmentId: null,
    departmentName: null,
    dataScope: 'self',
    locale: 'zh',
    sessionId: '',
  });
  const zhou = () => actor('zhou', 'manager');
  const assign = (
    firm: string,
    user: string,
    more: { role?: 'primary' | 'deputy'; fromDay?: string; toDay?: string | null } = {},
  ) =>
    on('2026-06-01').assign(zhou(), {
      enterpriseId: ids[firm] as string,
      userId: ids[user] as string,
      role: 'primary',
      kind: 'general',
      fromDay: '2026-01-01',
      toDay: null,
      reason: '',
      ...more,
    });
  const seenBy = async (name: string, day: string) =>
    (await on(day).list(actor(name, 'secretary'), { ...list, filter: {} })).data;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = new Database(
      await createDataSource({
        url: fresh.url,
        pool: 8,
        migrations: [],
        applicationName: 'spec',
        log: createLogger('spec', 'silent'),
      }).initialize(),
    );
    await database.transaction('system:spec', async (tx) => {
      for (const [name, role] of [
        ['zhou', 'manager'],
        ['lin', 'secretary'],
        ['wang', 'secretary'],
        ['chen', 'secretary'],
        ['audit', 'auditor'],
      ])
        await tx.run('INSERT INTO app_user (id, username, name, role) VALUES ($1, $2, $2, $3)', [
          (ids[name as string] = newId()),
          name,
          role,
        ]);
    });
  });
  afterAll(async () => {
    await database?.dataSource.destroy();
    await fresh?.drop();
  });
  beforeEach(async () => {
    await database.transaction('system:spec', async (tx) => {
      await tx.run('DELETE FROM secretary_assignment');
      await tx.run('DELETE FROM investment_project');
      await tx.run('DELETE FROM enterprise');
      for (const name of ['甲', '乙', '丙', '丁'])
        await tx.run('INSERT INTO enterprise (id, name, match_name) VALUES ($1, $2, $2)', [
          (ids[name] = newId()),
          name,
        ]);
    });
  });

  it('are assigned by someone, from a day on, and it is written down who did it', async () => {
    const made = await assign('甲', 'lin', { fromDay: '2026-05-01' });
    expect(made).toMatchObject({
      enterpriseName: '甲',
      userName: 'lin',
      role: 'primary',
      fromDay: '2026-05-01',
      toDay: null,
      current: true,
      version: 1,
    });
    const [entry] = await fresh.query<{ actor: string; action: string }>(
      `SELECT actor, action FROM audit_entry WHERE subject = 'secretary_assignment' AND subject_id = $1`,
      [made.id],
    );
    expect(entry).toEqual({ actor: `user:${ids.zhou}`, action: 'insert' });
    expect(await fresh.query(`SELECT 1 FROM due_change WHERE kind = 'enterprise'`)).not.toEqual([]);
  });

  it('never two primaries on one firm and day, also when two managers assign in the same moment', async () => {
    const results = await Promise.allSettled(['lin', 'wang', 'chen'].map((name) => assign('甲', name)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'secretary.primary-exists', kind: 'conflict' });
    await expect(
      assign('甲', 'lin', { role: 'deputy' }).catch(() => assign('甲', 'wang', { role: 'deputy' })),
    ).resolves.toMatchObject({ role: 'deputy' });
  });

  it.each([
    ['who are not there', () => assign('甲', 'nobody'), 'user.unknown'],
    ['who only look', () => assign('甲', 'audit'), 'user.unknown'],
    ['to a firm that is not there', () => assign('戊', 'lin'), 'enterprise.unknown'],
    ['to end before they begin', () => assign('甲', 'lin', { toDay: '2025-12-31' }), 'assignment.validity'],
  ])('refuse people %s', async (_, act, code) => {
    ids.nobody = newId();
    ids['戊'] = newId();
    await expect(act()).rejects.toMatchObject({ code });
  });

  it('see the firms assigned to them today, with their history, and no others', async () => {
    await assign('甲', 'wang', { fromDay: '2025-01-01', toDay: '2025-12-31' });
    await assign('甲', 'lin');
    await assign('乙', 'wang');
    expect((await seenBy('lin', '2026-06-01')).map((row) => `${row.enterpriseName} ${row.userName}`).sort()).toEqual([
      '甲 lin',
      '甲 wang',
    ]);
    const other = (await seenBy('wang', '2026-06-01')).find((row) => row.enterpriseName === '乙');
    await expect(on('2026-06-01').one(actor('lin', 'secretary'), other?.id as string)).rejects.toMatchObject({
      code: 'record.absent',
      kind: 'absent',
    });
    expect((await on('2026-06-01').list(zhou(), { ...list, filter: { current: true } })).data).toHaveLength(2);
  });

  it('worked case 14: leave on 06-30, the next starts on 07-01; no day has none or two, and the leaver’s access ends', async () => {
    await assign('甲', 'lin', { fromDay: '2024-03-01' });
    await assign('乙', 'lin', { role: 'deputy', toDay: '2026-12-31' });
    await assign('丙', 'lin', { fromDay: '2026-09-01' });
    await assign('丁', 'chen');
    const result = await on('2026-06-15').handOverAll(zhou(), ids.lin as string, {
      toUserId: ids.wang as string,
      fromDay: '2026-07-01',
      reason: '调离',
    });
    expect(result.closed).toBe(3);
    expect(
      result.opened
        .map(({ enterpriseName, role, fromDay, toDay, reason }) => [enterpriseName, role, fromDay, toDay, reason])
        .sort(),
    ).toEqual([
      ['丙', 'primary', '2026-09-01', null, '调离'],
      ['乙', 'deputy', '2026-07-01', '2026-12-31', '调离'],
      ['甲', 'primary', '2026-07-01', null, '调离'],
    ]);
    const primaries = await fresh.query<{ day: string; n: number }>(
      `SELECT d::date::text AS day, count(a.id)::int AS n
       FROM generate_series('2026-06-01'::date, '2026-08-01', '1 day') d
       LEFT JOIN secretary_assignment a
         ON a.enterprise_id = $1 AND a.role = 'primary' AND a.from_day <= d AND (a.to_day IS NULL OR a.to_day >= d)
       GROUP BY 1
       HAVING count(a.id) <> 1`,
      [ids['甲']],
    );
    expect(primaries).toEqual([]);
    expect((await seenBy('lin', '2026-06-30')).length).toBeGreaterThan(0);
    expect(await seenBy('lin', '2026-07-01')).toEqual([]);
    // The successor sees the earlier assignments.
    expect(
      (await seenBy('wang', '2026-07-01'))
        .filter((row) => row.enterpriseName === '甲')
        .map((row) => row.userName)
        .sort(),
    ).toEqual(['lin', 'wang']);
  });

  it('two hand-overs of one firm at once: one is done, the other is told', async () => {
    const own = await assign('甲', 'lin');
    const answers = await Promise.allSettled(
      [ids.wang, ids.chen].map((toUserId) =>
        on('2026-06-15').handOver(zhou(), own.id, { toUserId: toUserId as string, fromDay: '2026-07-01' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find((answer) => answer.status === 'rejected')?.reason).toMatchObject({
      code: 'handover.ended',
      kind: 'conflict',
    });
  });

  it('hand over one firm alone, and not what is over', async () => {
    const a = await assign('甲', 'lin');
    await assign('乙', 'lin');
    await on('2026-06-15').handOver(zhou(), a.id, { toUserId: ids.wang as string, fromDay: '2026-07-01' });
    expect((await seenBy('lin', '2026-07-01')).map((row) => row.enterpriseName)).toEqual(['乙']);
    await expect(
      on('2026-06-15').handOver(zhou(), a.id, { toUserId: ids.chen as string, fromDay: '2026-07-02' }),
    ).rejects.toMatchObject({ code: 'handover.ended' });
    await expect(
      on('2026-06-15').handOverAll(zhou(), ids.chen as string, { toUserId: ids.wang as string, fromDay: '2026-07-01' }),
    ).rejects.toMatchObject({ code: 'handover.nothing' });
    const b = await assign('丙', 'lin');
    await expect(
      on('2026-06-15').handOver(zhou(), b.id, { toUserId: ids.lin as string, fromDay: '2026-07-01' }),
    ).rejects.toMatchObject({ code: 'handover.same-person' });
    expect(await on('2026-06-15').end(zhou(), b.id, { toDay: '2026-06-30' })).toMatchObject({
      toDay: '2026-06-30',
      version: 2,
    });
    await expect(on('2026-06-15').end(zhou(), b.id, { toDay: '2026-07-30' })).rejects.toMatchObject({
      code: 'handover.ended',
    });
  });

  it('worked case 6: 106 firms, 139 projects and 56 secretaries make 1.89 and 2.48 each; who has nobody is named', async () => {
    await database.transaction('system:spec', async (tx) => {
      for (let n = 0; n < 56; n++)
        await tx.run(
          `INSERT INTO app_user (id, username, name, role)
           VALUES ($1, $2, $2, 'secretary')
           ON CONFLICT DO NOTHING`,
          [(ids[`s${n}`] ??= newId()), `s${n}`],
        );
      for (let n = 0; n < 106; n++) {
        const firm = newId();
        await tx.run('INSERT INTO enterprise (id, name, match_name) VALUES ($1, $2, $2)', [firm, `企业${n}`]);
        for (let p = 0; p < (n < 33 ? 2 : 1); p++)
          await tx.run('INSERT INTO investment_project (id, enterprise_id, name, match_name) VALUES ($1, $2, $3, $3)', [
            newId(),
            firm,
            `项目${n}-${p}`,
          ]);
        await tx.run(
          `INSERT INTO secretary_assignment (id, user_id, enterprise_id, role, from_day)
           VALUES ($1, $2, $3, 'primary', '2021-01-01')`,
          [newId(), ids[`s${n % 56}`], firm],
        );
      }
      await tx.run('INSERT INTO investment_project (id, enterprise_id, name, match_name) VALUES ($1, $2, $3, $3)', [
        newId(),
        ids['甲'],
        '无人项目',
      ]);
    });
    const service = new CoverageService(database, at('2026-06-01'));
    expect(await service.coverage(zhou())).toEqual({
      on: '2026-06-01',
      firms: 106,
      projects: 139,
      secretaries: 56,
      firmsEach: '1.892857',
      projectsEach: '2.482143',
      withoutPrimary: 1,
      firmsWithoutPrimary: [{ id: ids['甲'], name: '甲' }],
    });
    // s0 has 企业0 with two projects and 企业56 with one; enterprises of others are not counted.
    expect(await service.coverage({ ...actor('s0', 'secretary'), userId: ids.s0 as string })).toMatchObject({
      firms: 2,
      projects: 3,
      secretaries: 1,
      withoutPrimary: 0,
    });
    const loads = (
      await service.list(zhou(), { page: 1, perPage: 200, sort: 'firms', order: 'desc', filter: {}, exact: true })
    ).data;
    expect(loads.reduce((sum, row) => sum + row.firms, 0)).toBe(106);
    expect(loads[0]).toMatchObject({ firms: 2 });
    expect(loads.at(-1)).toMatchObject({ firms: 0 });
  });
});
