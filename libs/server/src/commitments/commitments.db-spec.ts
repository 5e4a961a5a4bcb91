import { defaultStepPlan } from '@crm/domain/due';
import { FixedClock } from '@crm/platform/clock';
import { runInContext } from '@crm/platform/context';
import { newId } from '@crm/platform/db';
import { LiveListener } from '@crm/platform/live';
import { createLogger } from '@crm/platform/log';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { ApprovalsService } from '../approvals/index.js';
import { ContractsService, SignContractService } from '../contracts/index.js';
import { refOf, type Actor } from '../data-access/index.js';
import { ActualsService } from './actuals.service.js';
import {
  AssessDueService,
  AssessmentDefaultsService,
  AssessmentsService,
  loadCommitments,
} from '../assessments/index.js';
import { CommitmentsService } from './commitments.service.js';
import { ContractPromises } from './contract-promises.js';
import { reworded, writeWording } from './reword-promise.js';
import { commitmentsDueSource } from './commitments.due-source.js';

describe('promises, figures and judgements', () => {
  let opened: OpenedDatabase;
  let [manager, officer, secretary] = [{}, {}, {}] as [Actor, Actor, Actor];
  let [park, industry] = ['', ''];

  beforeAll(async () => {
    opened = await openedDatabase(8);
    today = on('2026-11-20');
    [manager, officer, secretary] = [
      await anActor(opened, 'manager'),
      await anActor(opened, 'officer'),
      await anActor(opened, 'secretary'),
    ];
    [park, industry] = [
      (await opened.fresh.query<{ id: string }>('SELECT id FROM park ORDER BY position'))[0]!.id,
      (await opened.fresh.query<{ id: string }>('SELECT id FROM industry ORDER BY position'))[0]!.id,
    ];
  });
  afterAll(() => opened?.close());

  /** The services of the room on a given day. */
  const on = (day: string) => {
    const clock = new FixedClock(`${day}T09:00:00+08:00`);
    const promises = new ContractPromises(clock);
    const contracts = new ContractsService(opened.database, clock, promises);
    return {
      contracts,
      signing: new SignContractService(
        opened.database,
        clock,
        promises,
        contracts,
        new ApprovalsService(opened.database, clock),
      ),
      commitments: new CommitmentsService(opened.database, clock, promises),
      actuals: new ActualsService(opened.database, clock),
      night: new AssessDueService(opened.database, clock),
      defaults: new AssessmentDefaultsService(opened.database, clock),
      kept: new AssessmentsService(opened.database, clock),
    };
  };
  let today: ReturnType<typeof on>;

  async function signed(more: { fullProductionYear?: number; perMuWan?: string; day?: string } = {}) {
    const enterpriseId = newId();
    await opened.fresh.query(
      `SELECT set_config('app.actor', 'system:spec', false); INSERT INTO enterprise (id, name, match_name) VALUES ('${enterpriseId}', '海南样例${enterpriseId}有限公司', '${enterpriseId}')`,
    );
    const draft = await today.contracts.create(officer, {
      kind: 'performance',
      enterpriseId,
      projectName: '样例项目',
      parkId: park,
      industryId: industry,
      parcels: [{ area: { value: '50', unit: 'mu' } }],
      fullProductionYear: more.fullProductionYear ?? 2024,
      commitments: [{ indicator: 'tax', perMuWan: more.perMuWan ?? '30' }],
    });
    await opened.database.transaction('system:spec', (tx) =>
      tx.run(
        `INSERT INTO contract_check (id, contract_id, item_id, checked_by)
         SELECT gen_random_uuid(), $1, id, $2
         FROM clause_checklist_item`,
        [draft.id, officer.userId],
      ),
    );
    return on(more.day ?? '2026-11-20').signing.sign(manager, draft.id, 1, { signedOn: '2021-06-01' });
  }
  const kept = (contractId: string) =>
    opened.fresh.query<{ year: number; verdict: string; current: boolean }>(
      `SELECT year, verdict, superseded_at IS NULL AS current
       FROM assessment
       WHERE contract_id = $1
       ORDER BY year, known_at, id`,
      [contractId],
    );
  const figure = (
    contractId: string,
    wan: string,
    source: 'firm' | 'statistics' | 'tax-office' = 'statistics',
    year = 2024,
  ) =>
    today.actuals.create(officer, { contractId, indicator: 'tax', year, source, value: { value: wan, unit: 'wan' } });

  it('a judgement that is replaced stays, and one that says the same is not written again', async () => {
    const { id } = await signed();
    expect(await kept(id)).toEqual([
      { year: 2024, verdict: 'no-data', current: true },
      { year: 2025, verdict: 'no-data', current: true },
    ]);
    await figure(id, '1140');
    await today.night.assess(id);
    expect(await kept(id)).toEqual([
      { year: 2024, verdict: 'no-data', current: false },
      { year: 2024, verdict: 'breach', current: true },
      { year: 2025, verdict: 'no-data', current: true },
    ]);
  });

  it('another default tolerance judges everything again, and what was known before stays', async () => {
    const { id } = await signed();
    await figure(id, '1140');
    const verdict = async (known: 'now' | 'then') =>
      (await today.kept.ofContract(manager, id, { known })).assessments[0]?.verdict;
    expect([(await kept(id)).at(-2)?.verdict, await verdict('now')]).toEqual(['breach', 'breach']);
    const set = await today.defaults.set(manager, { tolerancePercent: '70', reason: '主任办公会' });
    expect(set).toMatchObject({
      tolerancePercent: '70',
      history: [
        { tolerancePercent: '70', reason: '主任办公会', knownTo: null },
        { tolerancePercent: '80', reason: null },
      ],
    });
    expect(set.waiting).toBe(set.contracts);
    expect(await verdict('now')).toBe('warning');
    await today.night.assessAll();
    expect((await kept(id)).filter(({ year }) => year === 2024).map((row) => [row.verdict, row.current])).toEqual([
      ['no-data', false],
      ['breach', false],
      ['warning', true],
    ]);
    expect(await today.defaults.inForce(manager)).toMatchObject({ waiting: 0 });
    await expect(today.defaults.set(manager, { tolerancePercent: '70.0', reason: '再来' })).rejects.toMatchObject({
      code: 'default.unchanged',
    });
    expect(() => today.defaults.set(manager, { tolerancePercent: '100.000001', reason: '过高' })).toThrow(
      'default.percent',
    );
    await today.defaults.set(manager, { tolerancePercent: '80', reason: '恢复' });
    await today.night.assessAll();
  });

  it('the night of a turn judges what the calendar alone has changed, once', async () => {
    const { id } = await signed({ fullProductionYear: 2026, day: '2026-12-31' });
    expect(await kept(id)).toEqual([{ year: 2026, verdict: 'not-due', current: true }]);
    expect(await on('2026-12-31').night.assessAll()).toBe(0);
    expect(await on('2027-01-31').night.assessAll()).toBeGreaterThan(0);
    expect((await kept(id)).filter(({ current }) => current)).toEqual([
      { year: 2026, verdict: 'not-due', current: true },
    ]);
    expect(await on('2027-02-01').night.assessAll()).toBeGreaterThan(0);
    expect((await kept(id)).filter(({ current }) => current)).toEqual([
      { year: 2026, verdict: 'no-data', current: true },
    ]);
    expect(await on('2027-02-01').night.assessAll()).toBe(0);
    await opened.database.transaction('system:spec', (tx) =>
      new ContractPromises(new FixedClock('2026-11-20T09:00:00+08:00')).changed(tx, [id]),
    );
  });

  it('650 亿 of tax is asked about before it goes in, and goes in only when each doubt is confirmed', async () => {
    const { id } = await signed();
    await expect(figure(id, '6500000')).rejects.toMatchObject({
      code: 'actual.asked',
      facts: {
        indicator: 'tax',
        questions: [{ code: 'actual.beside-promise', facts: { before: '1500', now: '6500000', factor: '1000' } }],
      },
    });
    expect((await kept(id)).map(({ verdict }) => verdict)).toEqual(['no-data', 'no-data']);
    const typed = { contractId: id, indicator: 'tax', year: 2024, source: 'firm' } as const;
    const value = { value: '650', unit: 'yi' } as const;
    await expect(today.actuals.create(officer, { ...typed, value, confirmed: ['actual.scale'] })).rejects.toMatchObject(
      { code: 'actual.asked' },
    );
    const entered = await today.actuals.create(officer, { ...typed, value, confirmed: ['actual.beside-promise'] });
    expect(entered).toMatchObject({ value: '6500000', confirmed: ['actual.beside-promise'] });
    // A correction raises the same questions, also against the earlier figures.
    const mended = await today.actuals.correct(officer, entered.id, {
      value: { value: '1400', unit: 'wan' },
      reason: '多打了几位',
    });
    const next = await figure(id, '1450', 'firm', 2025);
    await expect(
      today.actuals.correct(officer, next.id, { value: { value: '14500000', unit: 'wan' }, reason: '元' }),
    ).rejects.toMatchObject({
      facts: { questions: [{ code: 'actual.scale' }, { code: 'actual.beside-promise' }] },
    });
    expect(mended.confirmed).toEqual([]);
  });

  it('a source of a lower rank speaks only when a manager chose it, and the verdict says why', async () => {
    const { id } = await signed();
    const office = await figure(id, '1140', 'tax-office');
    const { id: firm } = await figure(id, '1600', 'firm');
    await today.actuals.verify(manager, firm);
    const standing = async (known: 'now' | 'then' = 'now') =>
      (await today.kept.ofContract(manager, id, { known })).assessments.find(({ year }) => year === 2024)!;
    const taken = async () => (await standing()).because.inputs.find(({ name }) => name === 'actualWan');
    expect(await taken()).toMatchObject({ value: '1140', source: { kind: 'tax-office', verified: false, rivals: 1 } });
    await expect(today.actuals.choose(manager, office.id, '重复')).rejects.toMatchObject({ code: 'actual.counts' });

    const chosen = await today.actuals.choose(manager, firm, '税务数据漏报四季度，已核对完税证明');
    expect(chosen).toMatchObject({ counts: true, chosenBecause: '税务数据漏报四季度，已核对完税证明' });
    expect(await standing()).toMatchObject({ verdict: 'met', actual: '1600' });
    expect(await taken()).toMatchObject({
      source: { kind: 'firm', verified: true, chosenBecause: '税务数据漏报四季度，已核对完税证明' },
    });
    expect((await kept(id)).filter(({ year, current }) => year === 2024 && current)).toEqual([
      { year: 2024, verdict: 'met', current: true },
    ]);
    // The other figure is chosen again; the earlier choice is kept as known until then.
    await today.actuals.choose(manager, office.id, '税务已补报');
    expect(await standing()).toMatchObject({ verdict: 'breach', actual: '1140' });
    expect(
      await opened.fresh.query('SELECT reason FROM figure_choice WHERE contract_id = $1 ORDER BY known_from', [id]),
    ).toEqual([{ reason: '税务数据漏报四季度，已核对完税证明' }, { reason: '税务已补报' }]);
  });

  it('two figures of one contract at once: the sums know both', async () => {
    const { id } = await signed({ fullProductionYear: 2025 });
    await Promise.all([
      figure(id, '1500', 'firm', 2025),
      figure(id, '1600', 'tax-office', 2025),
      figure(id, '10', 'statistics', 2024),
    ]);
    const [row] = await opened.fresh.query<{ verdict: string; figures: number }>(
      `SELECT y.verdict, (SELECT count(*)::int FROM actual a WHERE a.contract_id = y.contract_id) AS figures
       FROM contract_year_summary y
       WHERE y.contract_id = $1 AND y.last`,
      [id],
    );
    expect(row).toEqual({ verdict: 'met', figures: 3 });
  });

  it('two corrections of one figure at once: the second finds it superseded', async () => {
    const { id } = await signed();
    const { id: actualId } = await figure(id, '1000');
    const both = await Promise.allSettled(
      ['1100', '1200'].map((value) =>
        today.actuals.correct(officer, actualId, { value: { value, unit: 'wan' }, reason: '更正' }),
      ),
    );
    expect(
      both.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'kept')).sort(),
    ).toEqual(['actual.superseded', 'kept']);
  });

  it('the same request twice is one figure', async () => {
    const { id } = await signed();
    const asked = () =>
      runInContext(
        {
          traceId: 't',
          idempotency: {
            actor: `user:${officer.userId}`,
            key: 'figure-once',
            route: 'actuals.create',
            requestHash: 'h',
          },
        },
        () => figure(id, '900'),
      );
    const first = await asked();
    await expect(asked()).rejects.toMatchObject({ trace: { id: first.id } });
  });

  it('what a secretary may not know of is not there', async () => {
    const { id, commitments } = await signed();
    await expect(
      today.actuals.create(secretary, {
        contractId: id,
        indicator: 'tax',
        year: 2024,
        source: 'firm',
        value: { value: '1', unit: 'wan' },
      }),
    ).rejects.toMatchObject({ code: 'record.absent' });
    await expect(today.commitments.one(secretary, commitments[0]!.commitmentId)).rejects.toMatchObject({
      code: 'record.absent',
    });
    await expect(today.contracts.one(secretary, id)).rejects.toMatchObject({ code: 'record.absent' });
  });

  it('a promise, its wording and a figure stand in the audit with who made them', async () => {
    const { id, commitments } = await signed();
    const { commitmentId } = commitments[0]!;
    await opened.database.transaction(refOf(manager), async (tx) => {
      const [before] = await loadCommitments(tx, [id]);
      await writeWording(tx, reworded(before!, { perMuWan: '31' }), '补充协议', manager.userId);
    });
    await figure(id, '1550');
    const entries = await opened.fresh.query<{ subject: string; action: string; actor: string }>(
      `SELECT subject, action, actor
       FROM audit_entry
       WHERE subject_id = $1
           OR after ->> 'commitment_id' = $1
           OR subject_id IN (SELECT id::text FROM commitment_term WHERE commitment_id = $1::uuid)
           OR after ->> 'contract_id' = $2
           AND subject = 'actual'
       ORDER BY seq`,
      [commitmentId, id],
    );
    expect(entries.map(({ subject, action }) => `${subject} ${action}`)).toEqual([
      'commitment insert',
      'commitment_term insert',
      'commitment_term update',
      'commitment_term insert',
      'commitment update',
      'actual insert',
    ]);
    expect([entries[0]?.actor, entries[3]?.actor]).toEqual([`user:${officer.userId}`, `user:${manager.userId}`]);
  });

  it('open pages hear at once that a contract was judged again', async () => {
    const { id } = await signed();
    const live = new LiveListener(opened.fresh.url, createLogger('spec', 'silent'));
    const heard = new Promise((resolve) => live.subscribe(resolve));
    await live.start();
    await figure(id, '1500');
    expect(await heard).toEqual({ topic: 'contracts', id });
    await live.stop();
  });

  it('reminders hear of the checkpoint, of the missing figure, and no longer of what is settled', async () => {
    const { id } = await signed();
    const heard = async () =>
      (
        await opened.database.read((rows) =>
          commitmentsDueSource.items(
            rows,
            { today: '2026-11-20', until: '2026-11-20', planOf: () => defaultStepPlan },
            [id],
          ),
        )
      ).filter((item) => item.facts.contractId === id || item.subject.id === id);
    expect((await heard()).map(({ rule, dueDay, digest }) => [rule, dueDay, digest]).sort()).toEqual([
      ['actuals.missing', '2026-01-31', true],
      ['commitment.due', '2024-12-31', true],
      ['commitment.due', '2025-12-31', true],
      ['commitment.due', '2026-12-31', false],
    ]);
    await figure(id, '1500', 'statistics', 2024);
    await figure(id, '700', 'statistics', 2025);
    const [left, ...more] = await heard();
    expect(more).toEqual([]);
    expect(left).toMatchObject({
      rule: 'commitment.due',
      dueDay: '2026-12-31',
      step: 'before-90',
      recipients: ['officer', 'primary-secretary'],
      ownerId: null,
      link: `/contracts/${id}/show?commitment=${left?.subject.id}&year=2026`,
      facts: { indicator: 'tax', year: 2026, requiredWan: '1500', projectName: '样例项目' },
    });
  });
});
