import fc from 'fast-check';
import { checkUp, checkUpRules, idleLand, idleLandStates } from '@crm/domain/contracts';
import { addDays } from '@crm/domain/days';
import { plain } from '@crm/domain/quantities';
import { isRefusal } from '@crm/domain/refusal';
import { FixedClock } from '@crm/platform/clock';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { ApprovalsService } from '../approvals/index.js';
import { ContractPromises } from '../commitments/index.js';
import {
  ContractLifeService,
  ContractsService,
  LandAndMilestonesService,
  SignContractService,
} from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import { limitsAt, limitsOf } from './check-up-limits.js';
import { SupplementsService } from '../supplements/index.js';
import { CheckUpService } from './check-up.service.js';
import { projectsInHand } from './check-up.store.js';
import { MilestoneProgressService } from './milestone-progress.service.js';
import { ReceiptsService } from './receipts.service.js';

const TODAY = '2026-11-20';

const flagsOf = (rows: readonly { flags: readonly { rule: string }[] }[]) =>
  Object.fromEntries(
    checkUpRules.map((rule) => [rule, rows.filter(({ flags }) => flags.some((flag) => flag.rule === rule)).length]),
  );

describe('how far projects have come, on any day and as known at any instant', () => {
  let opened: OpenedDatabase;
  let [admin, manager, officer] = [{}, {}, {}] as [Actor, Actor, Actor];
  let [parkId, industryId, enterpriseId] = ['', '', ''];
  let n = 0;
  const clock = new FixedClock(`${TODAY}T09:00:00+08:00`);
  const first = async (sql: string) => (await opened.fresh.query<{ id: string }>(sql))[0]!.id;

  beforeAll(async () => {
    opened = await openedDatabase();
    [admin, manager, officer] = [
      await anActor(opened, 'admin'),
      await anActor(opened, 'manager'),
      await anActor(opened, 'officer'),
    ];
    [parkId, industryId] = [
      await first('SELECT id FROM park ORDER BY position'),
      await first('SELECT id FROM industry ORDER BY position'),
    ];
    enterpriseId = (await opened.database.transaction('system:test', (tx) =>
      tx.one<{ id: string }>(
        `INSERT INTO enterprise (id, name, match_name)
         VALUES (gen_random_uuid(), '推进示例', '推进示例')
         RETURNING id`,
      ),
    ))!.id;
  });
  afterAll(() => opened?.close());

  const room = () => {
    const promises = new ContractPromises(clock);
    const contracts = new ContractsService(opened.database, clock, promises);
    const approvals = new ApprovalsService(opened.database, clock);
    return {
      contracts,
      approvals,
      supplements: new SupplementsService(opened.database, clock, promises, contracts, approvals),
      signing: new SignContractService(opened.database, clock, promises, contracts, approvals),
      life: new ContractLifeService(opened.database, clock, promises, contracts, approvals),
      stops: new LandAndMilestonesService(opened.database, clock),
      receipts: new ReceiptsService(opened.database, clock),
      checkUps: new CheckUpService(opened.database, clock),
      progress: new MilestoneProgressService(opened.database, clock),
    };
  };

  /** A substantive contract of 5,000 万元, signed on a day. */
  async function project(signedOn: string) {
    const { contracts, signing } = room();
    const draft = await contracts.create(officer, {
      kind: 'substantive',
      enterpriseId,
      projectName: `推进项目${++n}`,
      parkId,
      industryId,
      amount: { value: '5000', unit: 'wan' },
      parcels: [{ area: { value: '50', unit: 'mu' } }],
      milestones: ['land-granted', 'construction-start', 'production-start'].map((kind) => ({ kind })),
    } as never);
    return signing.sign(manager, draft.id, draft.version, { signedOn });
  }
  type Contract = Awaited<ReturnType<typeof project>>;
  const reach = async ({ id }: Contract, kind: string, actualOn: string) => {
    const stop = (await room().contracts.one(manager, id)).milestones.find((one) => one.kind === kind)!;
    return room().stops.record(manager, stop.id, stop.version, { actualOn });
  };
  const end = async ({ id }: Contract, endedOn: string) =>
    room().life.terminate(manager, id, (await room().contracts.one(manager, id)).version, {
      endedOn,
      reason: '企业放弃',
    });
  const arrived = ({ id }: Contract, wan: string, arrivedOn: string, who = officer) =>
    room().receipts.create(who, {
      contractId: id,
      kind: 'bank-slip',
      arrivedOn,
      amount: { value: wan, unit: 'wan' },
      note: '',
    } as never);
  const examined = async ({ projectId }: Contract, asOf: string) =>
    (await room().checkUps.list(manager, { asOf, all: 'true', projectId } as never)).rows[0];
  const lying = async ({ id }: Contract, asOf: string) => {
    const { rows, counts } = await room().progress.idleLand(manager, { asOf, contractId: id } as never);
    // The counts come from SQL, the rows from the rule.
    const counted = idleLandStates.filter((state) => counts[state] > 0);
    expect([counted.length <= 1, counted.filter((state) => state !== 'stopped')]).toEqual([
      true,
      rows.map(({ state }) => state),
    ]);
    return counted[0] ?? null;
  };
  const instant = async () => {
    const [{ now } = { now: new Date() }] = await opened.fresh.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    await new Promise((resolve) => setTimeout(resolve, 5));
    return now.toISOString();
  };

  it('a contract that ended was under way until then: the check-up of a past day still finds it, that of its last day does not', async () => {
    const one = await project('2025-06-01');
    await end(one, '2026-11-10');
    expect((await examined(one, '2026-11-09'))?.flags).toMatchObject([{ rule: 'not-started', number: '2025-06-01' }]);
    expect([await examined(one, '2026-11-10'), await examined(one, TODAY)]).toEqual([undefined, undefined]);
  });

  it('the idle-land clock of a past day is that of its contracts and starts as of it', async () => {
    const [started, ended] = [await project('2024-05-01'), await project('2024-05-01')];
    for (const one of [started, ended]) await reach(one, 'land-granted', '2024-06-01');
    await reach(started, 'construction-start', '2025-08-01');
    await end(ended, '2026-07-01');
    expect(
      await Promise.all(['2025-02-28', '2025-03-01', '2025-06-01', '2025-08-01'].map((day) => lying(started, day))),
    ).toEqual(['running', 'warned', 'fee', 'stopped']);
    expect(
      await Promise.all(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map((day) => lying(ended, day))),
    ).toEqual(['fee', 'take-back', 'take-back', null]);
  });

  it('whatever was granted, started and ended when: on every day the clock says what the rule says of the facts up to it', async () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-02-29', days));
    await fc.assert(
      fc.asyncProperty(
        day,
        day,
        fc.option(day),
        fc.array(day, { minLength: 3, maxLength: 6 }),
        async (grantedOn, startedOn, endedOn, days) => {
          const one = await project('2024-02-29');
          await reach(one, 'land-granted', grantedOn);
          const startEntered = await reach(one, 'construction-start', startedOn).then(
            () => true,
            (error: unknown) => (isRefusal(error) ? false : Promise.reject(error)),
          );
          if (endedOn) await end(one, endedOn);
          for (const asOf of days) {
            const gone = asOf < grantedOn || (endedOn !== null && asOf >= endedOn);
            expect([asOf, await lying(one, asOf)]).toEqual([
              asOf,
              gone ? null : idleLand(grantedOn, startEntered ? startedOn : null, asOf).state,
            ]);
          }
        },
      ),
      { numRuns: 12, seed: 20261120 },
    );
  });

  it('whatever is entered in whatever order: what was found at an instant is found again as known at it, projects, money and limits alike', async () => {
    const month = fc.integer({ min: 0, max: 20 }).map((months) => addDays('2025-02-01', months * 31));
    const entry = fc.oneof(
      fc.record({ what: fc.constant('start' as const), on: month }),
      fc.record({ what: fc.constant('produce' as const), on: month }),
      fc.record({ what: fc.constant('end' as const), on: month }),
      fc.record({
        what: fc.constant('money' as const),
        on: month,
        wan: fc.integer({ min: 1, max: 3_000 }).map(String),
      }),
      fc.record({ what: fc.constant('limits' as const), months: fc.integer({ min: 1, max: 60 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 6 }), month, async (entries, asOf) => {
        const one = await project('2025-01-10');
        const { checkUps } = room();
        const found = (at: string | null) =>
          opened.database.read(async (rows) => {
            const limits = limitsOf(await limitsAt(rows, at));
            return (await projectsInHand(rows, null, TODAY, { asOf, instant: at }, { projectId: one.projectId })).map(
              (project) => ({
                signedOn: project.signedOn,
                startedOn: project.startedOn,
                amountWan: plain(project.amountWan),
                receipts: project.receipts,
                flags: checkUp(project, asOf, limits),
              }),
            );
          });
        const moments = [{ at: await instant(), was: await found(null) }];
        for (const next of entries) {
          const done =
            next.what === 'start'
              ? reach(one, 'construction-start', next.on)
              : next.what === 'produce'
                ? reach(one, 'production-start', next.on)
                : next.what === 'end'
                  ? end(one, next.on)
                  : next.what === 'money'
                    ? arrived(one, next.wan, next.on)
                    : checkUps.setLimits(admin, {
                        monthsToStart: next.months,
                        monthsToFirstMoney: 6,
                        leastPercent: '15',
                        monthsBetweenMoney: 3,
                        reason: '会议纪要',
                      });
          await done.catch((error: unknown) => (isRefusal(error) ? undefined : Promise.reject(error)));
          const was = await found(null);
          moments.push({ at: await instant(), was });
          const { rows, counts, examined } = await checkUps.list(manager, {
            asOf,
            all: 'true',
            projectId: one.projectId,
          } as never);
          expect([examined, counts]).toEqual([rows.length, flagsOf(rows)]);
        }
        for (const { at, was } of moments) expect(await found(at)).toEqual(was);
      }),
      { numRuns: 12, seed: 20261120 },
    );
  });

  it('every project of a check-up, and every clock, stands on exactly one page, whatever is asked', async () => {
    for (const signedOn of ['2024-01-15', '2024-01-15', '2025-10-01', '2026-11-01']) await project(signedOn);
    const { checkUps, progress } = room();
    type Answer = { rows: readonly { projectId: string }[]; total: number };
    const paged = async <Page extends Answer>(ask: (page: number) => Promise<Page>) => {
      const [{ total }, rows] = [await ask(1), [] as Page['rows'][number][]];
      for (let page = 1; rows.length < total; page++) {
        const found = (await ask(page)).rows;
        if (found.length === 0) break;
        rows.push(...found);
      }
      expect([new Set(rows.map(({ projectId }) => projectId)).size, rows.length]).toEqual([total, total]);
      return rows;
    };
    const ask = { asOf: TODAY, perPage: 3 };
    const all = await paged((page) => checkUps.list(manager, { ...ask, all: 'true', page } as never));
    const { counts, examined, flagged } = await checkUps.list(manager, ask as never);
    expect([all.length, flagsOf(all)]).toEqual([examined, counts]);
    // Flagged projects come first, each part in the order of signing.
    expect(all.map(({ flags, projectSignedOn }) => `${flags.length > 0 ? 0 : 1} ${projectSignedOn}`)).toEqual(
      all.map(({ flags, projectSignedOn }) => `${flags.length > 0 ? 0 : 1} ${projectSignedOn}`).sort(),
    );
    expect(await paged((page) => checkUps.list(manager, { ...ask, page } as never))).toEqual(all.slice(0, flagged));
    for (const flag of checkUpRules)
      expect(await paged((page) => checkUps.list(manager, { ...ask, flag, page } as never))).toEqual(
        all.filter(({ flags }) => flags.some(({ rule }) => rule === flag)),
      );
    const land = await progress.idleLand(manager, ask as never);
    const clocks = await paged((page) => progress.idleLand(manager, { ...ask, page } as never));
    expect(clocks.length).toBe(
      idleLandStates.filter((state) => state !== 'stopped').reduce((sum, state) => sum + land.counts[state], 0),
    );
  });

  it('an increase counts from its signing day, and as known then from when it came into force: what only waits for its approval is none', async () => {
    const one = await project('2025-06-01');
    const { contracts, supplements, approvals, checkUps } = room();
    const amount = (asOf: string, at: string | null) =>
      opened.database.read(async (rows) =>
        plain(
          (await projectsInHand(rows, null, TODAY, { asOf, instant: at }, { projectId: one.projectId }))[0]!.amountWan,
        ),
      );
    const before = await instant();
    const asked = await supplements.create(officer, one.id, (await contracts.one(manager, one.id)).version, {
      signedOn: '2026-03-01',
      reason: '增资扩产',
      increase: { value: '2000', unit: 'wan' },
    } as never);
    const waiting = await instant();
    const [open] = await opened.database.read((rows) => approvals.openOf(rows, { subjectId: asked.id }));
    await approvals.approve(manager, open!.id, open!.version, '同意');
    const granted = await instant();
    expect(await Promise.all([before, waiting, granted, null].map((at) => amount(TODAY, at)))).toEqual([
      '5000',
      '5000',
      '7000',
      '7000',
    ]);
    expect(await Promise.all([amount('2026-02-28', null), amount('2026-03-01', null)])).toEqual(['5000', '7000']);
    expect(
      (await checkUps.list(manager, { asOf: TODAY, all: 'true', projectId: one.projectId } as never)).rows[0],
    ).toMatchObject({ amountWan: '7000' });
  });

  it('limits are versions without a gap: exactly one is in force at each instant, also when two are set at once', async () => {
    const set = (monthsToStart: number) =>
      room().checkUps.setLimits(admin, {
        monthsToStart,
        monthsToFirstMoney: 6,
        leastPercent: '15',
        monthsBetweenMoney: 3,
        reason: '会议纪要',
      });
    await Promise.all([set(71), set(72)]);
    const versions = await opened.fresh.query<{ known_from: Date; known_to: Date | null }>(
      'SELECT known_from, known_to FROM check_up_limit ORDER BY known_from',
    );
    expect(versions.slice(0, -1).map(({ known_to }) => known_to)).toEqual(
      versions.slice(1).map(({ known_from }) => known_from),
    );
    expect(versions.at(-1)?.known_to).toBeNull();
    await expect(set((await opened.database.read((rows) => limitsAt(rows, null))).monthsToStart)).rejects.toMatchObject(
      { code: 'check-up.unchanged' },
    );
  });

  it('a receipt is verified by another person than who entered it, and then nobody changes it', async () => {
    const one = await project('2026-01-10');
    const { receipts } = room();
    const entered = await arrived(one, '100', '2026-02-01', manager);
    await expect(receipts.verify(manager, entered.id)).rejects.toMatchObject({ code: 'receipt.verify-own' });
    expect(await receipts.verify(admin, entered.id)).toMatchObject({ locked: true, verifiedBy: admin.name });
    await expect(
      receipts.correct(manager, entered.id, {
        kind: 'bank-slip',
        arrivedOn: '2026-02-01',
        amount: { value: '1', unit: 'wan' },
        reason: '改',
      } as never),
    ).rejects.toMatchObject({ code: 'receipt.locked' });
    expect(await opened.fresh.query('SELECT 1 FROM receipt WHERE contract_id = $1', [one.id])).toHaveLength(1);
  });

  it('of two who correct one receipt at the same moment, one finds it superseded: there is one value and one before it', async () => {
    const one = await project('2026-01-10');
    const entered = await arrived(one, '100', '2026-02-01');
    const correct = (value: string) =>
      room()
        .receipts.correct(officer, entered.id, {
          kind: 'bank-slip',
          arrivedOn: '2026-02-01',
          amount: { value, unit: 'wan' },
          reason: '核对',
        } as never)
        .then(
          () => 'done',
          (error: { code: string }) => error.code,
        );
    expect((await Promise.all([correct('90'), correct('80')])).sort()).toEqual(['done', 'receipt.superseded']);
    expect(
      await opened.fresh.query(
        'SELECT corrects_id IS NULL AS first FROM receipt WHERE contract_id = $1 AND known_to IS NULL',
        [one.id],
      ),
    ).toEqual([{ first: false }]);
  });
});
