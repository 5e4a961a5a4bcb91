import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { FixedClock } from '@crm/platform/clock';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { ApprovalsService } from '../approvals/index.js';
import { defaultTolerance } from '../assessments/index.js';
import { judge } from '../assessments/judge.js';
import { ActualsService, ContractPromises, enterSignedContracts } from '../commitments/index.js';
import { ContractsService } from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import { liveMembers } from '../portfolio/live-members.js';
import { signedTotals } from '../portfolio/signed-apart.js';
import { SupplementsService } from '../supplements/index.js';
import { TimelineService } from '../timeline/index.js';
import { CorrectionsService } from './corrections.service.js';

const TODAY = '2026-11-20';

describe('a correction is right from the beginning and known from now', () => {
  let opened: OpenedDatabase;
  let [manager, director] = [{}, {}] as [Actor, Actor];
  let [parks, industryId] = [[] as string[], ''];
  let n = 0;
  const clock = new FixedClock(`${TODAY}T09:00:00+08:00`);

  beforeAll(async () => {
    opened = await openedDatabase();
    [manager, director] = [await anActor(opened, 'manager'), await anActor(opened, 'director')];
    const found = await opened.fresh.query<{ id: string }>('SELECT id FROM park ORDER BY position');
    parks = found.map(({ id }) => id);
    industryId = (await opened.fresh.query<{ id: string }>('SELECT id FROM industry ORDER BY position'))[0]!.id;
    // The second park has a standard of its own, so that a corrected place has other percentages.
    await opened.database.transaction('system:test', (tx) =>
      tx.run(
        `INSERT INTO provincial_standard (
           id, indicator, place_level, place_key, valid_from, per_mu_wan, document_no
         )
         VALUES (gen_random_uuid(), 'tax', 'park', $1, '2021-01-01', 40, '示例〔2021〕1 号')`,
        [parks[1]],
      ),
    );
  });
  afterAll(() => opened?.close());

  const room = () => {
    const promises = new ContractPromises(clock);
    const contracts = new ContractsService(opened.database, clock, promises);
    const approvals = new ApprovalsService(opened.database, clock);
    return {
      contracts,
      approvals,
      actuals: new ActualsService(opened.database, clock),
      supplements: new SupplementsService(opened.database, clock, promises, contracts, approvals),
      corrections: new CorrectionsService(opened.database, clock, promises, contracts, approvals),
    };
  };

  /** A signed contract of a ledger with 50 亩 and three commitments, and figures of two years. */
  async function signed(): Promise<string> {
    const { actuals } = room();
    const amount = { amountWan: '15000', amountEntered: { value: '15000', unit: 'wan' as const } };
    const ledger = {
      kind: 'performance' as const,
      enterpriseName: '海南更正示例有限公司',
      creditCode: '91460000MA5TGR0H4E',
      projectName: `更正项目${++n}`,
      parkId: parks[0]!,
      industryId,
      signedOn: '2021-06-01',
      ...amount,
      landFree: false,
      parcels: [{ basis: 'granted' as const, areaMu: '50', entered: { value: '50', unit: 'mu' as const } }],
      channel: null,
      handlerName: null,
      firstContactOn: null,
      fullProductionYear: 2023,
      energyTce: null,
      rdPercent: null,
      milestones: [],
      promises: [
        { indicator: 'investment' as const, perMuWan: '400' },
        { indicator: 'output' as const, totalWan: '30000' },
        { indicator: 'tax' as const, perMuWan: '30' },
      ],
    };
    const [entered] = await opened.database.transaction('system:test', (tx) =>
      enterSignedContracts(tx, manager, null, [ledger], TODAY),
    );
    const contractId = entered!.contractId;
    for (const [indicator, year, value] of [
      ['tax', 2023, '1300'],
      ['tax', 2024, '1600'],
      ['output', 2024, '26000'],
      ['investment', 2023, '19000'],
    ] as const)
      await actuals.create(manager, {
        contractId,
        indicator,
        year,
        value: { value, unit: 'wan' },
        source: 'firm',
      });
    return contractId;
  }

  const evidence = (correctionId: string, contractId: string) =>
    opened.database.transaction('system:test', (tx) =>
      tx.run(
        `INSERT INTO file (id, subject_type, subject_id, contract_id, name, kind, bytes, sha256)
         VALUES ($1, 'correction', $2, $3, '合同.pdf', 'pdf', 1, $4)`,
        [randomUUID(), correctionId, contractId, createHash('sha256').update(correctionId).digest('hex')],
      ),
    );

  async function corrected(id: string, facts: object): Promise<void> {
    const { contracts, corrections, approvals } = room();
    const { version } = await contracts.one(manager, id);
    const asked = await corrections.create(manager, id, version, { reason: '与合同原件不符', ...facts } as never);
    await evidence(asked.id, id);
    const [waiting] = await opened.database.read((rows) => approvals.openOf(rows, { subjectId: asked.id }));
    await approvals.approve(director, waiting!.id, waiting!.version, '同意');
  }

  /** What is known of the contract, by both ways of computing; `instant` null: now. */
  const known = (id: string, instant: string | null) =>
    opened.database.read(async (rows) => {
      const [judged] = await judge(rows, [id], TODAY, instant);
      const members = liveMembers({}, null, TODAY, instant, await defaultTolerance(rows, instant));
      const [row] = await rows.rows<object>(
        `SELECT * FROM (${members.summed('c.id')}) m WHERE m.key = '${id}'`,
        members.values,
      );
      return {
        contract: judged!.commitments.map(({ commitment, standard, parkId }) => [
          commitment.indicator,
          commitment.promised,
          commitment.signedOn,
          commitment.areaMu,
          commitment.fullProduction,
          standard?.perMuWan ?? null,
          parkId,
        ]),
        judged: judged!.assessments.map((one) => [one.indicator, one.year, one.verdict, one.required.toFixed()]),
        row: JSON.stringify(row),
        amounts: await signedTotals(rows, { parkId: parks[0]! }, TODAY, instant),
      };
    });

  const aFact = fc.oneof(
    fc.constantFrom('2021-05-01', '2021-12-31', '2022-02-02').map((signedOn) => ({ signedOn })),
    fc.integer({ min: 1, max: 90_000 }).map((value) => ({ amount: { value: String(value), unit: 'wan' } })),
    fc.constantFrom(0, 1).map((park) => ({ park })),
    fc.integer({ min: 10, max: 90 }).map((measure) => ({ measure: String(measure) })),
    fc.integer({ min: 2022, max: 2025 }).map((fullProductionYear) => ({ fullProductionYear })),
    fc
      .integer({ min: 1, max: 60 })
      .map((perMuWan) => ({ promises: [{ indicator: 'tax', perMuWan: String(perMuWan) }] })),
    fc.integer({ min: 1, max: 60 }).map((tax) => ({ supplement: String(tax) })),
  );

  it('whatever is corrected or amended in whatever order: what was known at an instant stays known of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aFact, { minLength: 1, maxLength: 5 }), async (facts) => {
        const { contracts, supplements, approvals } = room();
        const id = await signed();
        const moments: { at: string; was: object }[] = [];
        const remember = async () => {
          const was = await known(id, null);
          const [row] = await opened.fresh.query<{ now: Date }>(
            `SELECT date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' AS now`,
          );
          moments.push({ at: row!.now.toISOString(), was });
          await new Promise((resolve) => setTimeout(resolve, 5));
        };
        await remember();
        for (const fact of facts) {
          const now = await contracts.one(manager, id);
          const nothing = (thrown: { code?: string }) => {
            if (!['correction.nothing', 'commitment.unchanged'].includes(thrown.code ?? '')) throw thrown;
          };
          if ('supplement' in fact) {
            const promises = [{ indicator: 'tax', perMuWan: fact.supplement }];
            const asked = await supplements
              .create(manager, id, now.version, { signedOn: TODAY, reason: '变更', promises } as never)
              .catch(nothing);
            if (!asked) continue;
            const [waiting] = await opened.database.read((rows) => approvals.openOf(rows, { subjectId: asked.id }));
            await approvals.approve(director, waiting!.id, waiting!.version, '同意');
          } else
            await corrected(
              id,
              'measure' in fact
                ? { land: { measure: [{ parcelId: now.parcels[0]!.id, area: { value: fact.measure, unit: 'mu' } }] } }
                : 'park' in fact
                  ? { parkId: parks[fact.park] }
                  : fact,
            ).catch(nothing);
          await remember();
        }
        for (const { at, was } of moments) expect(await known(id, at)).toEqual(was);
      }),
      { numRuns: 5, seed: 20261130 },
    );
  });

  it('a corrected place has the standards of its own; the promise is measured against them from the beginning', async () => {
    const id = await signed();
    const { contracts, corrections } = room();
    const before = await contracts.one(manager, id);
    await corrected(id, { parkId: parks[1] });
    const after = await contracts.one(manager, id);
    expect([before.belowStandard, after.belowStandard]).toEqual([false, true]);
    expect([before.standards.tax?.perMuWan, after.standards.tax?.perMuWan]).toEqual(['30', '40']);
    expect((await corrections.list(manager, id)).data[0]).toMatchObject({
      state: 'in-force',
      askedBy: manager.name,
      agreedBy: director.name,
      evidence: 1,
      lines: expect.arrayContaining([
        { field: 'parkName', before: before.parkName, after: after.parkName },
        { field: 'promise.tax.percentOfStandard', before: '100', after: '75' },
      ]),
    });
  });

  it('the contract is written once, whatever is corrected, and its timeline tells the correction alone', async () => {
    const id = await signed();
    const { contracts } = room();
    const { version, parcels } = await contracts.one(manager, id);
    const before = await opened.fresh.query<{ seq: string }>('SELECT seq FROM audit_entry ORDER BY seq DESC LIMIT 1');
    await corrected(id, {
      parkId: parks[1],
      amount: { value: '16000', unit: 'wan' },
      land: { measure: [{ parcelId: parcels[0]!.id, area: { value: '40', unit: 'mu' } }] },
      promises: [{ indicator: 'output', total: { value: '31000', unit: 'wan' } }],
      termTo: '2041-05-31',
    });
    const after = await contracts.one(manager, id);
    // Asked for, and agreed to.
    expect(after.version).toBe(version + 2);
    expect(after).toMatchObject({ belowStandard: true, areaMu: '40', amountWan: '16000', termTo: '2041-05-31' });
    const written = await opened.fresh.query<{ columns: string[] }>(
      `SELECT array(SELECT jsonb_object_keys(after) ORDER BY 1) AS columns
       FROM audit_entry
       WHERE subject = 'contract' AND subject_id = $1 AND action = 'update' AND seq > $2
       ORDER BY seq`,
      [id, before[0]!.seq],
    );
    expect(written).toHaveLength(2);
    expect(written[1]!.columns).toEqual(
      expect.arrayContaining(['amount_wan', 'area_mu', 'below_standard', 'park_id', 'term_to', 'updated_at']),
    );
    const timeline = new TimelineService(opened.database, clock);
    expect((await timeline.list(manager, id, { limit: 50 })).data.map(({ kind, what }) => `${kind} ${what}`)).toEqual(
      expect.not.arrayContaining(['contract edited', 'supplement promise']),
    );
  });

  it('takes evidence, another person, and the values that person saw', async () => {
    const id = await signed();
    const { contracts, corrections, approvals } = room();
    const { version, parcels } = await contracts.one(manager, id);
    const facts = { amount: { value: '16000', unit: 'wan' as const } };
    const asked = await corrections.create(manager, id, version, { reason: '多写一位', ...facts });
    const [waiting] = await opened.database.read((rows) => approvals.openOf(rows, { subjectId: asked.id }));
    const agree = (who: Actor) => approvals.approve(who, waiting!.id, waiting!.version, '');
    await expect(agree(manager)).rejects.toMatchObject({ code: 'approval.own' });
    await expect(agree(director)).rejects.toMatchObject({ code: 'correction.evidence' });
    await expect(corrections.create(manager, id, version + 1, { reason: '再来', ...facts })).rejects.toMatchObject({
      code: 'correction.open',
    });
    await evidence(asked.id, id);
    // A supplement meanwhile: the amount is untouched, so the correction still says what was shown.
    const { version: now } = await contracts.one(manager, id);
    const paper = await room().supplements.create(manager, id, now, {
      signedOn: TODAY,
      reason: '增加用地',
      land: { measure: [{ parcelId: parcels[0]!.id, area: { value: '60', unit: 'mu' } }] },
    });
    const [own] = await opened.database.read((rows) => approvals.openOf(rows, { subjectId: paper.id }));
    await approvals.approve(director, own!.id, own!.version, '');
    await agree(director);
    expect(await contracts.one(manager, id)).toMatchObject({ amountWan: '16000', areaMu: '60' });
  });

  it('a value that has moved since is not overwritten', async () => {
    const id = await signed();
    const { contracts, corrections, approvals, supplements } = room();
    const { version, parcels } = await contracts.one(manager, id);
    const measured = (value: string) => ({
      land: { measure: [{ parcelId: parcels[0]!.id, area: { value, unit: 'mu' as const } }] },
    });
    const asked = await corrections.create(manager, id, version, { reason: '面积写错', ...measured('55') });
    await evidence(asked.id, id);
    const { version: now } = await contracts.one(manager, id);
    const paper = await supplements.create(manager, id, now, { signedOn: TODAY, reason: '退地', ...measured('40') });
    const [own] = await opened.database.read((rows) => approvals.openOf(rows, { subjectId: paper.id }));
    await approvals.approve(director, own!.id, own!.version, '');
    const [waiting] = await opened.database.read((rows) => approvals.openOf(rows, { subjectId: asked.id }));
    await expect(approvals.approve(director, waiting!.id, waiting!.version, '')).rejects.toMatchObject({
      code: 'correction.moved',
    });
    expect(await contracts.one(manager, id)).toMatchObject({ areaMu: '40' });
    await approvals.return(director, waiting!.id, waiting!.version, '面积已按补充协议');
    expect((await corrections.list(manager, id)).data[0]).toMatchObject({ state: 'withdrawn', knownFrom: null });
  });

  it('a supplement has its own number, day and amount corrected, and nothing of its contract', async () => {
    const id = await signed();
    const { contracts, corrections, approvals, supplements } = room();
    const { version } = await contracts.one(manager, id);
    const paper = await supplements.create(manager, id, version, {
      signedOn: '2024-05-01',
      reason: '增资',
      increase: { value: '500', unit: 'wan' },
    });
    const [own] = await opened.database.read((rows) => approvals.openOf(rows, { subjectId: paper.id }));
    await approvals.approve(director, own!.id, own!.version, '');
    const { version: of } = await contracts.one(manager, paper.id);
    await expect(
      corrections.create(manager, paper.id, of, { reason: '面积', fullProductionYear: 2024 }),
    ).rejects.toMatchObject({ code: 'correction.of-parent' });
    await corrected(paper.id, { amount: { value: '5000', unit: 'wan' } });
    expect(await contracts.one(manager, id)).toMatchObject({ amountWan: '15000', amountInForceWan: '20000' });
  });
});
