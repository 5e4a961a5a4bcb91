import { leadStepPlan } from '@crm/domain/leads';
import { FixedClock } from '@crm/platform/clock';
import { runInContext } from '@crm/platform/context';
import type { Database } from '@crm/platform/db';
import type { FreshDatabase } from '../../../../test/servers/database.js';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import type { Actor } from '../data-access/index.js';
import { BEFORE_ALL } from '../due/index.js';
import { EnterprisesService } from '../enterprises/index.js';
import { FollowUpsService } from './follow-ups.service.js';
import { LeadHistoryService } from './lead-history.service.js';
import { aLead } from './leads.example.js';
import { leadsDueSource } from './leads.due-source.js';
import { LeadsService } from './leads.service.js';

describe('leads', () => {
  let opened: OpenedDatabase;
  let fresh: FreshDatabase;
  let database: Database;
  let leads: LeadsService;
  let followUps: FollowUpsService;
  let history: LeadHistoryService;
  let officer: Actor;
  let officer2: Actor;
  let manager: Actor;
  let secretary: Actor;
  let park: string;

  beforeAll(async () => {
    opened = await openedDatabase(10);
    ({ fresh, database } = opened);
    const clock = new FixedClock('2026-11-20T09:00:00+08:00');
    leads = new LeadsService(database);
    followUps = new FollowUpsService(database, clock);
    history = new LeadHistoryService(database, clock);
    [officer, officer2, manager, secretary] = (await Promise.all(
      ['officer', 'officer2', 'manager', 'secretary'].map((username) => anActor(opened, username)),
    )) as [Actor, Actor, Actor, Actor];
    park = (await fresh.query<{ id: string }>(`SELECT id FROM park WHERE code = 'MA'`))[0]?.id ?? '';
  });
  afterAll(() => opened?.close());

  const firm = (n: number) => `海南第${n}号试验厂有限公司`;
  const list = (actor: Actor, filter: object = {}) =>
    leads.list(actor, { page: 1, perPage: 25, sort: 'updatedAt', order: 'desc', filter, ids: undefined, exact: false });

  it('one project typed by twenty at once stands once', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => leads.create(officer, aLead(park, { enterpriseName: firm(1) }))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ code: 'lead.duplicate', kind: 'conflict', facts: { visible: true } });
    expect(await fresh.query('SELECT 1 FROM enterprise WHERE name = $1', [firm(1)])).toHaveLength(1);
  });

  it('the unique key holds where the check was passed by', async () => {
    const { id } = await leads.create(officer, aLead(park, { enterpriseName: firm(2) }));
    const again = fresh.query(`SELECT set_config('app.actor', 'system:spec', false)`).then(() =>
      database.transaction('system:spec', (tx) =>
        tx.run(
          `INSERT INTO lead (
               id, enterprise_id, project_name, project_match_name, search_text, park_id, investment_wan, owner_id,
               created_by
             )
             SELECT
               gen_random_uuid(), enterprise_id, project_name, project_match_name, search_text, park_id, 1, owner_id,
               created_by
             FROM lead
             WHERE id = $1`,
          [id],
        ),
      ),
    );
    await expect(again).rejects.toMatchObject({ constraint: 'lead_worked_once' });
  });

  it('the same request sent again is answered with the same lead', async () => {
    const context = () => ({
      traceId: 'spec',
      idempotency: { actor: `user:${officer.userId}`, key: 'k-1', route: 'POST /leads', requestHash: 'h' },
    });
    const first = await runInContext(context(), () => leads.create(officer, aLead(park, { enterpriseName: firm(3) })));
    await expect(
      runInContext(context(), () => leads.create(officer, aLead(park, { enterpriseName: firm(3) }))),
    ).rejects.toMatchObject({ message: 'replayed', trace: { id: first.id } });
  });

  it('case 8: the second reporter is told of the first, who keeps the right; the second’s contact is kept', async () => {
    const code = '91350100M000100Y43';
    const first = await leads.create(officer, aLead(park, { enterpriseName: '福建一号', creditCode: code }));
    const second = leads.create(
      officer2,
      aLead(park, {
        enterpriseName: '福建另一种写法',
        creditCode: code,
        projectName: '别的项目',
        contactName: '方总',
        contactPhone: '13900000000',
      }),
    );
    const refusal = await second.catch((error: unknown) => error as { code: string; facts: Record<string, unknown> });
    expect(refusal).toMatchObject({ code: 'lead.first-reported', facts: { visible: false, departmentName: '招商局' } });
    expect(Object.keys((refusal as { facts: object }).facts).sort()).toEqual([
      'departmentName',
      'reportedOn',
      'visible',
    ]);
    expect((await leads.coReports(officer, first.id)).data).toMatchObject([
      { reporterName: '吴启明', contactName: '方总', projectName: '别的项目' },
    ]);
    expect((await leads.one(officer, first.id)).ownerId).toBe(officer.userId);
    await expect(leads.one(officer2, first.id)).rejects.toMatchObject({ code: 'record.absent' });

    const all = await leads.create(
      officer2,
      aLead(park, {
        enterpriseName: '福建一号',
        creditCode: code,
        projectName: '别的项目',
        overrideReason: '与首报人协商，二期由我跟进',
      }),
    );
    expect(all.overrideReason).toContain('协商');
    const [entry] = await fresh.query<{ after: { override_reason: string } }>(
      `SELECT after FROM audit_entry WHERE subject = 'lead' AND subject_id = $1`,
      [all.id],
    );
    expect(entry?.after.override_reason).toContain('协商');
  });

  it.each([
    ['99900', false],
    ['100000', true],
  ])('filing of a lead of %s 万元 is suggested: %s', async (investmentWan, filingSuggested) => {
    const lead = await leads.create(officer, {
      ...aLead(park, { enterpriseName: firm(filingSuggested ? 5 : 4) }),
      investmentWan,
      investmentTyped: undefined,
    });
    expect(lead.filingSuggested).toBe(filingSuggested);
  });

  it('an amount that is not what was typed is refused: the unit was mistaken', async () =>
    expect(leads.create(officer, aLead(park, { enterpriseName: firm(6), investmentWan: '3.2' }))).rejects.toMatchObject(
      { code: 'amount.as-typed', errors: [{ pointer: '/investmentTyped' }] },
    ));

  it('all faults of a firm and its park are told', async () => {
    await expect(
      leads.create(officer, aLead(park, { enterpriseName: '甲‮乙', creditCode: '91350100M000100Y44' })),
    ).rejects.toMatchObject({
      code: 'fields.refused',
      errors: [
        { pointer: '/enterpriseName' },
        { pointer: '/creditCode', code: 'uscc.check', params: { position: 18 } },
      ],
    });
    await expect(leads.create(officer, aLead(officer.userId, { enterpriseName: firm(6) }))).rejects.toMatchObject({
      code: 'park.unknown',
    });
  });

  it('two who save at once: one wins, the other is told what differs', async () => {
    const lead = await leads.create(officer, aLead(park, { enterpriseName: firm(7) }));
    const answers = await Promise.allSettled(
      ['甲的备注', '乙的备注'].map((note) =>
        leads.update(officer, lead.id, lead.version, { note, investmentWan: '32000.00' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = answers.find((answer) => answer.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'version.stale', fields: ['note'] });
  });

  it('moves along its stages, needs a reason to be lost, and tells its history', async () => {
    const lead = await leads.create(officer, aLead(park, { enterpriseName: firm(8) }));
    await expect(leads.move(officer, lead.id, { stage: 'signed' })).rejects.toMatchObject({ code: 'lead.transition' });
    await leads.move(officer, lead.id, { stage: 'negotiation' });
    await followUps.create(officer, lead.id, {
      kind: 'visit',
      onDay: '2026-11-19',
      met: '方总',
      result: '谈了条款',
      nextStep: '条款磋商',
      nextOn: '2026-11-27',
    });
    await leads.transfer(officer, lead.id, { ownerId: officer2.userId, reason: '分工调整' });
    await expect(leads.move(officer2, lead.id, { stage: 'lost' })).rejects.toMatchObject({ code: 'lead.loss-reason' });
    const lost = await leads.move(officer2, lead.id, { stage: 'lost', lossReason: '选址外省' });
    expect(lost).toMatchObject({
      stage: 'lost',
      lossReason: '选址外省',
      nextStep: '条款磋商',
      nextOn: '2026-11-27',
      ownerName: '吴启明',
    });
    const { data } = await history.timeline(officer2, lead.id);
    expect(data.map(({ kind }) => kind)).toEqual(['moved', 'transferred', 'follow-up', 'moved', 'created']);
    expect(data[1]).toMatchObject({
      actorName: '符晓',
      changes: expect.arrayContaining([
        { field: 'ownerId', before: '符晓', after: '吴启明' },
        { field: 'transferReason', before: null, after: '分工调整' },
      ]),
    });
    expect(data[0]?.changes).toContainEqual({ field: 'stage', before: 'negotiation', after: 'lost' });
  });

  it('of two moves at once the second meets the stage the first left', async () => {
    const lead = await leads.create(officer, aLead(park, { enterpriseName: firm(9) }));
    const answers = await Promise.allSettled([
      leads.move(officer, lead.id, { stage: 'lost', lossReason: '甲' }),
      leads.move(officer, lead.id, { stage: 'negotiation' }),
    ]);
    const stage = (await leads.one(officer, lead.id)).stage;
    const moved = answers.filter(({ status }) => status === 'fulfilled').length;
    expect([moved, stage]).toEqual(moved === 1 ? [1, 'lost'] : [2, 'lost']);
  });

  it('a follow-up is written once: its next step is the lead’s, its day has come, and it is refused halves', async () => {
    const lead = await leads.create(officer, aLead(park, { enterpriseName: firm(10) }));
    await expect(
      followUps.create(officer, lead.id, { kind: 'call', onDay: '2026-11-21', result: '明天的事' }),
    ).rejects.toMatchObject({ code: 'date.future' });
    await expect(
      followUps.create(officer, lead.id, { kind: 'call', onDay: '2026-11-20', result: '通话', nextStep: '寄样' }),
    ).rejects.toMatchObject({ code: 'lead.next-step' });
    await followUps.create(officer, lead.id, { kind: 'call', onDay: '2026-11-20', result: '通话' });
    expect(await leads.one(officer, lead.id)).toMatchObject({
      nextStep: '首次电话',
      followUps: [{ result: '通话', authorName: '符晓' }],
    });
    await followUps.create(officer, lead.id, {
      kind: 'call',
      onDay: '2026-11-20',
      result: '再通话',
      nextStep: '寄样',
      nextOn: '2026-12-01',
    });
    expect(await leads.one(officer, lead.id)).toMatchObject({ nextStep: '寄样', nextOn: '2026-12-01' });
  });

  it('a person’s scope is the same in list, sums, search and history', async () => {
    const theirs = await leads.create(
      manager,
      aLead(park, { enterpriseName: '云龙秘密试验厂', projectName: '保密项目' }),
    );
    await expect(leads.one(officer, theirs.id)).rejects.toMatchObject({ kind: 'absent' });
    await expect(history.timeline(officer, theirs.id)).rejects.toMatchObject({ kind: 'absent' });
    expect((await list(officer, { q: '保密' })).data).toEqual([]);
    expect((await leads.summary(officer, { q: '保密' })).count).toBe(0);
    expect((await list(manager, { q: '保密' })).data.map(({ id }) => id)).toEqual([theirs.id]);
    expect((await list(secretary)).total).toBe(0);
    expect((await list(officer2)).data.every(({ ownerId }) => ownerId === officer2.userId)).toBe(true);
    expect((await list(officer, { mine: true })).data.every(({ ownerId }) => ownerId === officer.userId)).toBe(true);
  });

  it('finds by two characters, by initials and by the beginning of a code; sums equal the rows', async () => {
    await leads.create(
      officer,
      aLead(park, {
        enterpriseName: '狮子岭泽航电气（海口）',
        projectName: 'CDMO 平台',
        investmentWan: '10000.5',
        investmentTyped: undefined,
        areaMu: '1.5',
      }),
    );
    for (const q of ['泽航', '航电气(海口)', 'szlzh', 'cdmo', '狮'])
      expect([q, (await list(officer, { q })).data.map(({ enterpriseName }) => enterpriseName)]).toEqual([
        q,
        ['狮子岭泽航电气（海口）'],
      ]);
    expect((await list(officer, { q: '航泽' })).data).toEqual([]);
    expect(await leads.summary(officer, { q: '泽航' })).toEqual({
      count: 1,
      investmentWan: '10000.5',
      areaMu: '1.5',
      stages: [{ stage: 'registered', count: 1, investmentWan: '10000.5', areaMu: '1.5' }],
    });
  });

  it('a search has the same pages whether it is sorted whole or read in order, and counts to a thousand', async () => {
    const { enterpriseId } = await leads.create(officer, aLead(park, { enterpriseName: '海南批量样例有限公司' }));
    await database.transaction('system:spec', (tx) =>
      tx.run(
        `INSERT INTO lead (
           id, enterprise_id, project_name, project_match_name, search_text, park_id, owner_id, created_by, next_step,
           next_on, investment_wan, updated_at
         )
         SELECT
           gen_random_uuid(), $1, made.name, made.name, made.name, $2, $3, $3, '回访', DATE '2026-12-01' + n % 40,
           1000 + n % 7, now() - make_interval(mins => n % 90)
         FROM generate_series(1, 1005) AS n
         CROSS JOIN LATERAL (SELECT CASE WHEN n <= 30 THEN '少见批量' ELSE '批量' END || n AS name) AS made`,
        [enterpriseId, park, officer.userId],
      ),
    );
    const ask = (q: string, sort: 'updatedAt' | 'nextOn', order: 'asc' | 'desc', page: number) =>
      leads.list(officer, { page, perPage: 10, sort, order, filter: { q }, ids: undefined, exact: false });
    for (const [q, total, totalIsExact] of [
      ['少见', 30, true],
      ['批量', 1_000, false],
    ] as const)
      for (const [sort, column, order] of [
        ['updatedAt', 'updated_at', 'desc'],
        ['nextOn', 'next_on', 'asc'],
      ] as const) {
        const pages = [await ask(q, sort, order, 1), await ask(q, sort, order, 2)];
        expect(pages.map((page) => [page.total, page.totalIsExact])).toEqual(Array(2).fill([total, totalIsExact]));
        const expected = await fresh.query<{ id: string }>(
          `SELECT id FROM lead WHERE strpos(search_text, $1) > 0 ORDER BY ${column} ${order} NULLS LAST, id ${order} LIMIT 20`,
          [q],
        );
        expect(pages.flatMap(({ data }) => data.map(({ id }) => id))).toEqual(expected.map(({ id }) => id));
      }
  });

  it('two transfers of one lead at once: one is done, the other is told', async () => {
    const { id } = await leads.create(officer, aLead(park, { enterpriseName: '海南移交样例有限公司' }));
    const answers = await Promise.allSettled(
      [officer2, officer2].map(({ userId }, n) =>
        leads.transfer(manager, id, { ownerId: userId, reason: `分工 ${n}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(
      leads.transfer(manager, id, { ownerId: officer.userId, fromOwnerId: officer.userId, reason: '旧页面' }),
    ).rejects.toMatchObject({ code: 'lead.transferred', kind: 'conflict' });
  });

  it('集团 and 股份 of one name stay two firms, and a code is written onto none of them', async () => {
    const group = await leads.create(officer, aLead(park, { enterpriseName: '瀚海生物集团有限公司' }));
    const stock = await leads.create(
      officer2,
      aLead(park, { enterpriseName: '瀚海生物股份有限公司', creditCode: '11320000MB151840XJ' }),
    );
    expect(stock.enterpriseId).not.toBe(group.enterpriseId);
    expect(
      await opened.fresh.query(
        `SELECT name, credit_code FROM enterprise WHERE name LIKE '瀚海生物%' ORDER BY created_at, name`,
      ),
    ).toEqual([
      { name: '瀚海生物集团有限公司', credit_code: null },
      { name: '瀚海生物股份有限公司', credit_code: '11320000MB151840XJ' },
    ]);
    const { data } = await history.duplicates(officer2, { name: '瀚海生物股份有限公司' });
    expect(data.map(({ name, reason }) => [name, reason])).toEqual([
      ['瀚海生物股份有限公司', 'name'],
      ['瀚海生物集团有限公司', 'similar-name'],
    ]);
  });

  it('a renamed firm is found under its former name, and no second firm is made of it', async () => {
    const { enterpriseId } = await leads.create(officer, aLead(park, { enterpriseName: '海南澄溪药业有限公司' }));
    const firms = new EnterprisesService(opened.database, new FixedClock('2026-11-20T09:00:00+08:00'));
    const { version } = await firms.one(officer, enterpriseId);
    await firms.update(officer, enterpriseId, version, { name: '海南泓溪医药有限公司', renamedOn: '2026-03-01' });
    expect((await firms.one(officer, enterpriseId)).formerNames).toEqual([
      { name: '海南澄溪药业有限公司', fromDay: null, toDay: '2026-02-28', merged: false },
    ]);
    for (const q of ['澄溪药业', '泓溪', 'chengxi', 'hongxi', 'cxyy', 'hxyy', '澄溪\u200B 药业'])
      expect([q, (await list(officer, { q })).data.map((lead) => lead.enterpriseId)]).toEqual([q, [enterpriseId]]);
    expect((await history.duplicates(officer, { name: '海南澄溪药业' })).data[0]).toMatchObject({
      reason: 'former-name',
      name: '海南泓溪医药有限公司',
    });
    await expect(leads.create(officer2, aLead(park, { enterpriseName: '海南澄溪药业有限公司' }))).rejects.toMatchObject(
      {
        code: 'enterprise.renamed',
        facts: { name: '海南泓溪医药有限公司', toDay: '2026-02-28' },
      },
    );
    // A code says nothing about the former name: the person is asked all the same.
    const coded = { name: '海南澄溪药业有限公司', creditCode: '91110000802100433B' };
    await expect(firms.create(officer2, coded)).rejects.toMatchObject({ code: 'enterprise.renamed' });
    await expect(
      leads.create(officer2, aLead(park, { enterpriseName: '海南澄溪 药业有限公司', creditCode: coded.creditCode })),
    ).rejects.toMatchObject({ code: 'enterprise.renamed' });
    const { id } = await firms.create(officer2, { ...coded, anotherFirm: true });
    const renaming = (changes: object) => firms.update(officer2, id, 1, { name: '海南澄溪药业有限公司', ...changes });
    await firms.update(officer2, id, 1, { name: '海南昭溪药业有限公司' });
    await expect(renaming({})).rejects.toMatchObject({ code: 'enterprise.renamed' });
    const other = await leads.create(
      officer2,
      aLead(park, { enterpriseName: '海南澄溪药业有限公司', overrideReason: '另一家，已核对执照' }),
    );
    expect(other.enterpriseId).not.toBe(enterpriseId);
  });

  it('a code of another name asks which firm is meant, and is never written onto another name', async () => {
    const code = '91330100799655058B';
    const owner = await new EnterprisesService(database, new FixedClock('2026-11-20T09:00:00+08:00')).create(officer, {
      name: '海南岭澜制药有限公司',
      shortName: '岭澜',
      creditCode: code,
    });
    const typed = (enterpriseName: string, overrideReason?: string) =>
      aLead(park, { enterpriseName, creditCode: code, ...(overrideReason ? { overrideReason } : {}) });
    await expect(leads.create(officer2, typed('海南岭澜生物有限公司'))).rejects.toMatchObject({
      code: 'enterprise.code-of-another',
      errors: [
        {
          pointer: '/creditCode',
          params: { enterpriseId: owner.id, name: owner.name, typed: '海南岭澜生物有限公司', creditCode: code },
        },
      ],
    });
    expect(await fresh.query(`SELECT 1 FROM enterprise WHERE name = '海南岭澜生物有限公司'`)).toEqual([]);
    // The person says that it is another firm.
    const other = await leads.create(officer2, typed('海南岭澜生物有限公司', '两家不同，代码待核'));
    expect(other.enterpriseId).not.toBe(owner.id);
    expect(
      await fresh.query(
        `SELECT name, credit_code FROM enterprise WHERE match_name LIKE '海南岭澜%' ORDER BY created_at`,
      ),
    ).toEqual([
      { name: '海南岭澜制药有限公司', credit_code: code },
      { name: '海南岭澜生物有限公司', credit_code: null },
    ]);
    // A spelling or the short name is the same firm.
    expect((await leads.create(officer, typed('岭澜'))).enterpriseId).toBe(owner.id);
  });

  it('warns of firms it might be, masked where the viewer has nothing to do with them', async () => {
    await leads.create(
      officer,
      aLead(park, { enterpriseName: '海南睿禾环保科技有限公司', contactName: '方总', contactPhone: '13900001234' }),
    );
    const { data } = await history.duplicates(officer2, { name: '睿禾环保' });
    expect(data[0]).toMatchObject({
      reason: 'similar-name',
      visible: true,
      name: '海南睿禾环保科技有限公司',
      firstReport: { visible: false, leadId: null, ownerName: null, departmentName: '招商局' },
    });
    expect((await history.duplicates(officer2, { phone: '13900001234' })).data).toMatchObject([
      { reason: 'phone', visible: false, enterpriseId: null, name: '海＊＊＊＊＊有限公司' },
    ]);
    expect((await history.duplicates(officer, { phone: '13900001234' })).data).toMatchObject([
      { visible: true, firstReport: { mine: true } },
    ]);
    for (const phone of ['+86 139-0000-1234', '0898-66778899 转 8001 / 86-13900001234'])
      expect((await history.duplicates(officer, { phone })).data).toMatchObject([{ reason: 'phone', visible: true }]);
    expect((await history.duplicates(officer, { name: '海南睿禾环保科技' })).data[0]).toMatchObject({ reason: 'name' });
    expect((await history.duplicates(officer, { name: '完全无关' })).data).toEqual([]);
  });

  it('a lead is given to somebody who works leads only', async () => {
    await expect(
      leads.create(officer, aLead(park, { enterpriseName: firm(11), ownerId: officer2.userId })),
    ).rejects.toMatchObject({ code: 'access.denied' });
    await expect(
      leads.create(manager, aLead(park, { enterpriseName: firm(11), ownerId: secretary.userId })),
    ).rejects.toMatchObject({ code: 'user.unknown' });
    expect(
      (await leads.create(manager, aLead(park, { enterpriseName: firm(11), ownerId: officer.userId }))).ownerName,
    ).toBe('符晓');
  });

  it('says what is due of leads: unanswered for a day, and the next step on its day; nothing of those given up', async () => {
    const due = async (today: string) =>
      (
        await database.read(async (rows) => {
          const question = { today, until: today, planOf: () => leadStepPlan };
          const units = await leadsDueSource.units(rows, question, { after: BEFORE_ALL, limit: 1_000 });
          return leadsDueSource.items(rows, question, units);
        })
      ).map(({ rule, subject, ownerId, step, link }) => ({ rule, id: subject.id, ownerId, step, link }));
    const lead = await leads.create(officer, aLead(park, { enterpriseName: firm(12), nextOn: '2030-05-10' }));
    const of = async (today: string) =>
      (await due(today)).filter(({ id }) => id === lead.id).map(({ rule, step }) => `${rule} ${step}`);
    expect(await of('2030-05-10')).toEqual([
      expect.stringMatching(/^lead.unanswered overdue-w/),
      'lead.next-step before-0',
    ]);
    expect((await due('2030-05-10')).find(({ id }) => id === lead.id)).toMatchObject({
      ownerId: officer.userId,
      link: `/leads/${lead.id}/show`,
    });
    await followUps.create(officer, lead.id, { kind: 'call', onDay: '2026-11-20', result: '通话' });
    expect(await of('2030-05-09')).toEqual([]);
    expect(await of('2030-05-10')).toEqual(['lead.next-step before-0']);
    await leads.move(officer, lead.id, { stage: 'withdrawn', lossReason: '暂缓' });
    expect(await of('2030-05-10')).toEqual([]);
  });
});
