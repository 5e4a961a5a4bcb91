import { FixedClock } from '@crm/platform/clock';
import { newId } from '@crm/platform/db';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { ContractPromises } from '../commitments/index.js';
import { ContractsService } from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import { ContactsService, EnterprisesService } from '../enterprises/index.js';
import { LeadHistoryService, LeadsService } from '../leads/index.js';
import { aLead } from '../leads/leads.example.js';
import { AssignmentsService } from '../secretaries/index.js';
import { followers } from './followers.js';
import { MergingService } from './merging.service.js';

const TODAY = '2026-11-20';
const at = (day: string) => new FixedClock(`${day}T09:00:00+08:00`);
const CODE = '91350100M000100Y43';

describe('two records of one firm', () => {
  let opened: OpenedDatabase;
  let [officer, officer2, manager, secretary, secretary2] = [{}, {}, {}, {}, {}] as [Actor, Actor, Actor, Actor, Actor];
  let [parkId, industryId] = ['', ''];
  let n = 0;
  const room = (day = TODAY) => {
    const { database } = opened;
    const clock = at(day);
    return {
      merging: new MergingService(database, clock),
      firms: new EnterprisesService(database, clock),
      contacts: new ContactsService(database, clock),
      leads: new LeadsService(database),
      duplicates: new LeadHistoryService(database, clock),
      contracts: new ContractsService(database, clock, new ContractPromises(clock)),
      assignments: new AssignmentsService(database, clock),
    };
  };
  const query = <Row extends object>(sql: string, values: unknown[] = []) => opened.fresh.query<Row>(sql, values);
  const write = (sql: string, values: unknown[] = []) =>
    opened.database.transaction('system:spec', (tx) => tx.run(sql, values));
  const listed = { page: 1, perPage: 25, sort: 'updatedAt', order: 'desc', ids: undefined, exact: false } as const;

  beforeAll(async () => {
    opened = await openedDatabase(10);
    [officer, officer2, manager, secretary, secretary2] = (await Promise.all(
      ['officer', 'officer2', 'manager', 'secretary', 'secretary2'].map((name) => anActor(opened, name)),
    )) as [Actor, Actor, Actor, Actor, Actor];
    [{ id: parkId }] = (await query<{ id: string }>(`SELECT id FROM park WHERE code = 'MA'`)) as [{ id: string }];
    [{ id: industryId }] = (await query<{ id: string }>('SELECT id FROM industry ORDER BY position')) as [
      { id: string },
    ];
  });
  afterAll(() => opened?.close());

  const firm = async (changes: { name?: string; creditCode?: string; address?: string } = {}) =>
    (await room().firms.create(manager, { name: `海南第${++n}样例有限公司`, ...changes })).id;
  const lead = async (who: Actor, enterpriseId: string, projectName: string) => {
    const { name: enterpriseName } = await room().firms.one(manager, enterpriseId);
    return room().leads.create(
      who,
      aLead(parkId, { enterpriseName, projectName, contactName: '方总', contactPhone: '13900001234' }),
    );
  };
  const draft = (enterpriseId: string, projectName: string) =>
    room().contracts.create(manager, {
      kind: 'framework',
      enterpriseId,
      projectName,
      parkId,
      industryId,
      landFree: true,
    } as never);
  const assign = (enterpriseId: string, who: Actor, fromDay: string, toDay: string | null = null) =>
    room().assignments.assign(manager, {
      ...{ enterpriseId, userId: who.userId, role: 'primary', kind: 'general', fromDay, toDay, reason: '' },
    } as never);
  const merge = (winnerId: string, loserId: string, day = TODAY) =>
    room(day).merging.merge(manager, { winnerId, loserId, reason: '同一家企业登记了两次' });
  const undo = (id: string, day = TODAY) => room(day).merging.undo(manager, id, '并错了');
  const assigned = (enterpriseId: string) =>
    query<{ told: string }>(
      `SELECT concat_ws(' ', u.username, a.role, a.from_day, a.to_day) AS told
       FROM secretary_assignment a
       JOIN app_user u ON u.id = a.user_id
       WHERE a.enterprise_id = $1
       ORDER BY a.from_day, 1`,
      [enterpriseId],
    ).then((rows) => rows.map(({ told }) => told));

  /** Every row of these firms, without what any change moves on. */
  async function everything(...firms: string[]): Promise<unknown> {
    const tables = followers.filter(({ what }) => what !== 'merges');
    const own = await Promise.all(
      tables.map(({ table, field }) =>
        query(
          `SELECT to_jsonb(t) - 'version' - 'updated_at' AS row
           FROM ${table.name} t
           WHERE t.${table.column(field).column} = ANY($1)
           ORDER BY t.id`,
          [firms],
        ),
      ),
    );
    const themselves = await query(
      `SELECT to_jsonb(t) - 'version' - 'updated_at' AS row FROM enterprise t WHERE t.id = ANY($1) ORDER BY t.id`,
      [firms],
    );
    return [themselves, ...own];
  }

  /** Two records with something in every table, and with everything that cannot stand twice. */
  async function twoRecords(code?: string) {
    const winner = await firm();
    const loser = await firm({ address: '药谷一路 1 号', ...(code ? { creditCode: code } : {}) });
    const first = await lead(officer, winner, '医疗器械一期');
    const second = await lead(officer2, loser, '医疗器械一期');
    await lead(officer2, loser, '冷链仓储');
    await draft(winner, '共同项目');
    const drafted = await draft(loser, '共同项目');
    await draft(loser, '二期厂房');
    await write(
      `INSERT INTO investment_project (id, enterprise_id, name, match_name) VALUES ($1, $2, '空项目', '空项目'), ($3, $4, '空项目', '空项目')`,
      [newId(), winner, newId(), loser],
    );
    await assign(winner, secretary, '2026-03-01', '2026-06-30');
    await assign(loser, secretary2, '2026-01-01');
    const version = (await room().firms.one(manager, loser)).version;
    await room().firms.update(manager, loser, version, { name: `海南第${n}样例制药有限公司`, renamedOn: '2026-02-01' });
    const round = newId();
    await write(`INSERT INTO evaluation_round (id, year, items, capped, bands) VALUES ($1, $2, '[]', false, '[]')`, [
      round,
      2000 + n,
    ]);
    for (const enterpriseId of [winner, loser])
      await write('INSERT INTO evaluation_firm (id, round_id, enterprise_id) VALUES ($1, $2, $3)', [
        newId(),
        round,
        enterpriseId,
      ]);
    await write(
      `INSERT INTO evaluation_value (id, firm_id, item, value, source)
       SELECT gen_random_uuid(), id, 'tax-per-mu', 24, '税务'
       FROM evaluation_firm
       WHERE round_id = $1 AND enterprise_id = $2`,
      [round, loser],
    );
    return { winner, loser, first, second, drafted, round };
  }

  it('become one: everything goes to the record that stays, and the old id leads there', async () => {
    const { winner, loser, second, drafted } = await twoRecords(CODE);
    const before = await room().leads.summary(manager, {});
    const [{ entries }] = (await query<{ entries: number }>('SELECT count(*)::int AS entries FROM audit_entry')) as [
      { entries: number },
    ];
    const preview = await room().merging.preview(manager, { winnerId: winner, loserId: loser });
    expect(await query('SELECT count(*)::int AS entries FROM audit_entry')).toEqual([{ entries }]);
    expect(preview.moved).toEqual([
      { what: 'leads', count: 2 },
      { what: 'projects', count: 2 },
      { what: 'contracts', count: 2 },
      { what: 'assignments', count: 1 },
      { what: 'contacts', count: 2 },
      { what: 'former-names', count: 1 },
      { what: 'evaluations', count: 1 },
    ]);
    expect(preview.notices.map(({ notice }) => notice)).toEqual([
      'lead-yields',
      'project-renamed',
      'project-empty',
      'primary-yields',
      'evaluation-yields',
      'field-filled',
      'code-joins',
    ]);

    const { name } = await room().firms.one(manager, loser);
    await write('DELETE FROM due_change');
    const merged = await merge(winner, loser);
    expect(merged).toMatchObject({ winnerId: winner, loserName: name, undoUntil: '2026-12-20', moved: preview.moved });
    const firms = room().firms;
    expect(await firms.one(officer, loser)).toMatchObject({
      id: winner,
      creditCode: CODE,
      address: '药谷一路 1 号',
      contracts: 3,
      merged: [{ enterpriseId: loser, name, creditCode: CODE, undoUntil: '2026-12-20' }],
    });
    expect((await firms.one(manager, winner)).formerNames.map((one) => [one.name, one.merged])).toContainEqual([
      name,
      true,
    ]);
    expect(await room().leads.summary(manager, {})).toEqual(before);
    expect(await assigned(winner)).toEqual([
      'secretary2 primary 2026-01-01 2026-02-28',
      'secretary primary 2026-03-01 2026-06-30',
      'secretary2 deputy 2026-03-01 2026-06-30',
      'secretary2 primary 2026-07-01',
    ]);
    expect((await room().leads.one(officer2, second.id)).overrideReason).toBe('同一家企业登记了两次');
    expect((await room().contracts.one(manager, drafted.id)).enterpriseId).toBe(winner);
    // It is found by the old name, and whoever types that name is told.
    for (const q of [name, '样例制药'])
      expect((await firms.list(officer, { ...listed, filter: { q } } as never)).data.map(({ id }) => id)).toEqual([
        winner,
      ]);
    await expect(firms.create(officer, { name })).rejects.toMatchObject({ code: 'enterprise.renamed' });
    // Reminders of what moved are planned again, and each row has its line in the audit.
    const planned = await query<{ record: string }>('SELECT record FROM due_change');
    expect(planned.map(({ record }) => record)).toEqual(expect.arrayContaining([second.id, drafted.id, winner]));
    expect(
      await query(
        `SELECT DISTINCT subject, action, actor
         FROM audit_entry
         WHERE subject_id = ANY($1)
             AND seq > (SELECT max(seq) FROM audit_entry WHERE subject = 'enterprise_merge' AND action = 'insert') - 1
         ORDER BY 1, 2`,
        [[winner, loser, merged.id]],
      ),
    ).toEqual([
      { subject: 'enterprise', action: 'delete', actor: `user:${manager.userId}` },
      { subject: 'enterprise', action: 'update', actor: `user:${manager.userId}` },
      { subject: 'enterprise_merge', action: 'insert', actor: `user:${manager.userId}` },
      { subject: 'enterprise_merge', action: 'update', actor: `user:${manager.userId}` },
    ]);
    await expect(firms.update(manager, loser, 1, { address: '别处' })).rejects.toMatchObject({
      code: 'enterprise.merged',
      facts: { mergedInto: winner },
    });
    await expect(draft(loser, '新项目')).rejects.toMatchObject({ code: 'enterprise.merged' });
    await expect(assign(loser, secretary, '2027-01-01')).rejects.toMatchObject({ code: 'enterprise.merged' });
    await expect(room().contacts.create(manager, { enterpriseId: loser, name: '方总' })).rejects.toMatchObject({
      code: 'enterprise.merged',
    });
  });

  it('an undo restores both exactly', async () => {
    const { winner, loser } = await twoRecords('91330100799655058B');
    const before = await everything(winner, loser);
    const { id, moved } = await merge(winner, loser);
    expect(await room().merging.undoPreview(manager, id)).toEqual({ mergeId: id, returned: moved, notices: [] });
    expect((await undo(id, '2026-12-20')).undoReason).toBe('并错了');
    expect(await everything(winner, loser)).toEqual(before);
    expect((await room().firms.one(manager, loser)).id).toBe(loser);
    await expect(undo(id)).rejects.toMatchObject({ code: 'enterprise.merge-undone' });
    // And they can be merged again, the other way round.
    expect((await merge(loser, winner)).winnerId).toBe(loser);
  });

  it('what changed since stays with the winner, and the undo tells it', async () => {
    const { winner, loser, second } = await twoRecords();
    const { id } = await merge(winner, loser);
    const fresh = await lead(officer, winner, '后来的项目');
    const [{ project }] = (await query<{ project: string }>(
      `SELECT id AS project FROM investment_project WHERE enterprise_id = $1 AND name = '二期厂房'`,
      [winner],
    )) as [{ project: string }];
    const later = await room().contracts.create(manager, {
      ...{ kind: 'framework', enterpriseId: winner, projectId: project, parkId, industryId, landFree: true },
    } as never);
    const moved = await room().leads.one(officer2, second.id);
    await room().leads.update(officer2, second.id, moved.version, { note: '合并之后改过' });
    const winnerNow = await room().firms.one(manager, winner);
    await room().firms.update(manager, winner, winnerNow.version, { address: '新地址' });
    const { notices } = await room().merging.undoPreview(manager, id);
    expect(notices).toEqual(
      expect.arrayContaining([
        { notice: 'kept-field', facts: { field: 'address', value: '新地址' } },
        { notice: 'changed-since', facts: { what: 'leads', count: 1 } },
        { notice: 'stays', facts: { what: 'leads', count: 1, name: winnerNow.name } },
        { notice: 'contracts-follow', facts: { count: 1 } },
      ]),
    );
    await undo(id);
    expect((await room().leads.one(manager, fresh.id)).enterpriseId).toBe(winner);
    expect(await room().leads.one(manager, second.id)).toMatchObject({ enterpriseId: loser, note: '合并之后改过' });
    expect((await room().contracts.one(manager, later.id)).enterpriseId).toBe(loser);
    expect((await room().firms.one(manager, winner)).address).toBe('新地址');
  });

  it('after 30 days nothing is undone', async () => {
    const { id } = await merge(await firm(), await firm());
    await expect(undo(id, '2026-12-21')).rejects.toMatchObject({
      code: 'enterprise.merge-final',
      kind: 'conflict',
      facts: { until: '2026-12-20' },
    });
  });

  it('two codes are two firms; one record is no pair; what counts twice is refused', async () => {
    const [a, b] = [await firm({ creditCode: '9144030071526726XG' }), await firm({ creditCode: '91110000802100433B' })];
    await expect(merge(a, b)).rejects.toMatchObject({ code: 'enterprise.codes-differ' });
    await expect(merge(a, a)).rejects.toMatchObject({ code: 'enterprise.merge-itself' });
    await expect(merge(a, newId())).rejects.toMatchObject({ code: 'record.absent' });
    const { winner, loser, round } = await twoRecords();
    await write(
      `INSERT INTO evaluation_value (id, firm_id, item, value, source)
       SELECT gen_random_uuid(), id, 'tax-per-mu', 20, '税务'
       FROM evaluation_firm
       WHERE round_id = $1 AND enterprise_id = $2`,
      [round, winner],
    );
    await expect(merge(winner, loser)).rejects.toMatchObject({ code: 'enterprise.merge-rounds' });
    await write(`UPDATE evaluation_firm SET left_out_reason = '重复' WHERE enterprise_id = $1`, [loser]);
    const before = await everything(winner, loser);
    const { id } = await merge(winner, loser);
    expect(
      await query('SELECT 1 FROM evaluation_value v JOIN evaluation_firm f ON f.id = v.firm_id WHERE f.round_id = $1', [
        round,
      ]),
    ).toHaveLength(1);
    await undo(id);
    expect(await everything(winner, loser)).toEqual(before);
    expect(
      await query('SELECT 1 FROM evaluation_value v JOIN evaluation_firm f ON f.id = v.firm_id WHERE f.round_id = $1', [
        round,
      ]),
    ).toHaveLength(2);
  });

  it('a chain leads to its end, and is undone from its end; there is no circle', async () => {
    const [a, b, c] = [await firm(), await firm(), await firm()];
    const [one, two] = [await lead(officer, a, '链一'), await lead(officer, b, '链二')];
    const before = await everything(a, b, c);
    const first = await merge(b, a);
    await expect(merge(a, b)).rejects.toMatchObject({ code: 'enterprise.merged', facts: { mergedInto: b } });
    const second = await merge(c, b);
    expect((await room().firms.one(manager, a)).id).toBe(c);
    expect((await room().firms.one(manager, b)).id).toBe(c);
    expect((await room().leads.one(manager, one.id)).enterpriseId).toBe(c);
    await expect(merge(b, c)).rejects.toMatchObject({ code: 'enterprise.merged', facts: { mergedInto: c } });
    await expect(undo(first.id)).rejects.toMatchObject({ code: 'enterprise.merge-later' });
    await undo(second.id);
    expect((await room().leads.one(manager, one.id)).enterpriseId).toBe(b);
    await undo(first.id);
    expect((await room().leads.one(manager, two.id)).enterpriseId).toBe(b);
    expect(await everything(a, b, c)).toEqual(before);
  });

  it('of two merges at once one is done, and the other is told where the record went', async () => {
    for (let round = 0; round < 4; round++) {
      const [a, b, c] = [await firm(), await firm(), await firm()];
      const pairs =
        round % 2 === 0
          ? [
              [a, b],
              [b, a],
            ]
          : [
              [a, b],
              [c, b],
            ];
      const answers = await Promise.allSettled(
        pairs.map(([winner, loser]) => merge(winner as string, loser as string)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      for (const answer of answers)
        if (answer.status === 'rejected')
          expect(answer.reason).toMatchObject({ code: 'enterprise.merged', kind: 'conflict' });
    }
  });

  it('a contract drafted, or a lead logged, while its record is merged is not lost', async () => {
    for (let round = 0; round < 6; round++) {
      const [winner, loser] = [await firm(), await firm()];
      const { name } = await room().firms.one(manager, loser);
      const [drafted, logged, done] = await Promise.allSettled([
        draft(loser, '同时起草'),
        room().leads.create(officer, aLead(parkId, { enterpriseName: name, projectName: '同时登记' })),
        merge(winner, loser),
      ]);
      expect(done.status).toBe('fulfilled');
      if (drafted.status === 'rejected') expect(drafted.reason).toMatchObject({ code: 'enterprise.merged' });
      else expect((await room().contracts.one(manager, drafted.value.id)).enterpriseId).toBe(winner);
      if (logged.status === 'rejected')
        expect(logged.reason).toMatchObject({
          errors: [{ code: 'enterprise.renamed', params: { enterpriseId: winner } }],
        });
      else expect((await room().leads.one(manager, logged.value.id)).enterpriseId).toBe(winner);
    }
  });

  it('a merge waits for a contract that is being drafted, and takes it along', async () => {
    const [winner, loser] = [await firm(), await firm()];
    const id = newId();
    let merging: Promise<unknown> = Promise.resolve();
    await opened.database.transaction('system:spec', async (tx) => {
      await tx.run(
        `INSERT INTO investment_project (id, enterprise_id, name, match_name) VALUES ($1, $2, '在写', '在写')`,
        [id, loser],
      );
      merging = merge(winner, loser);
      // The merge stands at the lock of the record until this draft is committed.
      while ((await tx.rows(`SELECT 1 FROM pg_locks WHERE NOT granted`)).length === 0);
    });
    await merging;
    expect(await query('SELECT enterprise_id FROM investment_project WHERE id = $1', [id])).toEqual([
      { enterprise_id: winner },
    ]);
  });

  it('probable duplicates: one name and form, or a former name, and one of the two without a code', async () => {
    const pairs = async () =>
      (await room().merging.candidates()).data
        .filter(({ going }) => /候选/.test(going.name))
        .map(({ why, staying, going }) => [why, staying.name, going.name]);
    const coded = await firm({ name: '海口候选食品有限公司', creditCode: '11320000MB151840XJ' });
    await write(
      `INSERT INTO enterprise (id, name, match_name)
       VALUES ($1, '海口候选食品有限责任公司', '海口候选食品'), ($2, '海口候选食品股份有限公司', '海口候选食品')`,
      [newId(), newId()],
    );
    expect(await pairs()).toEqual([['name', '海口候选食品有限公司', '海口候选食品有限责任公司']]);
    const renamed = await firm({ name: '海口候选旧名有限公司' });
    await room().firms.update(manager, renamed, 1, { name: '海口候选新名有限公司', renamedOn: '2026-02-01' });
    await firm({ name: '海口候选旧名有限公司', anotherFirm: true } as never);
    expect(await pairs()).toEqual([
      ['name', '海口候选食品有限公司', '海口候选食品有限责任公司'],
      ['former-name', '海口候选新名有限公司', '海口候选旧名有限公司'],
    ]);
    const { data } = await room().merging.candidates();
    await merge(coded, data.find(({ going }) => going.name === '海口候选食品有限责任公司')!.going.id);
    expect(await pairs()).toHaveLength(1);
  });
});
