import fc from 'fast-check';
import { isRefusal } from '@crm/domain/refusal';
import { FixedClock } from '@crm/platform/clock';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { ApprovalsService } from '../approvals/index.js';
import { ActualsService, ContractPromises } from '../commitments/index.js';
import { defaultTolerance } from '../assessments/index.js';
import { judge } from '../assessments/judge.js';
import { liveMembers } from '../portfolio/live-members.js';
import { ContractsService, ReviewContractService, SignContractService } from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import { SupplementsService } from './supplements.service.js';

const TODAY = '2026-11-20';

describe('amendments keep history', () => {
  let opened: OpenedDatabase;
  let [manager, officer] = [{}, {}] as [Actor, Actor];
  let [parkId, industryId] = ['', ''];
  let n = 0;
  const clock = new FixedClock(`${TODAY}T09:00:00+08:00`);

  beforeAll(async () => {
    opened = await openedDatabase();
    [manager, officer] = [await anActor(opened, 'manager'), await anActor(opened, 'officer')];
    [parkId, industryId] = [
      (await opened.fresh.query<{ id: string }>('SELECT id FROM park ORDER BY position'))[0]!.id,
      (await opened.fresh.query<{ id: string }>('SELECT id FROM industry ORDER BY position'))[0]!.id,
    ];
  });
  afterAll(() => opened?.close());

  const room = () => {
    const promises = new ContractPromises(clock);
    const contracts = new ContractsService(opened.database, clock, promises);
    const approvals = new ApprovalsService(opened.database, clock);
    return {
      contracts,
      signing: new SignContractService(opened.database, clock, promises, contracts, approvals),
      review: new ReviewContractService(opened.database, clock, promises, contracts, approvals),
      actuals: new ActualsService(opened.database, clock),
      supplements: new SupplementsService(opened.database, clock, promises, contracts, approvals),
      approvals,
    };
  };

  async function signed(): Promise<string> {
    const { contracts, review, approvals, signing, actuals } = room();
    const [firm] = await opened.fresh.query<{ id: string }>(`SELECT id FROM enterprise WHERE name = '变更示例'`);
    const enterpriseId =
      firm?.id ??
      (await opened.database.transaction('system:test', (tx) =>
        tx.one<{ id: string }>(
          `INSERT INTO enterprise (id, name, match_name)
           VALUES (gen_random_uuid(), '变更示例', '变更示例')
           RETURNING id`,
        ),
      ))!.id;
    const draft = await contracts.create(officer, {
      kind: 'performance',
      enterpriseId,
      projectName: `变更项目${++n}`,
      parkId,
      industryId,
      parcels: [{ area: { value: '50', unit: 'mu' } }],
      fullProductionYear: 2023,
      commitments: [
        { indicator: 'tax', perMuWan: '30' },
        { indicator: 'output', total: { value: '30000', unit: 'wan' } },
        { indicator: 'investment', perMuWan: '400' },
      ],
    } as never);
    await opened.database.transaction('system:test', (tx) =>
      tx.run(
        `INSERT INTO contract_check (id, contract_id, item_id, checked_by)
         SELECT gen_random_uuid(), $1, id, $2
         FROM clause_checklist_item`,
        [draft.id, officer.userId],
      ),
    );
    // An investment of 2 亿 is signed after its approval.
    const { version } = await review.submit(officer, draft.id, draft.version, {});
    const [asked] = await opened.database.read((rows) => approvals.openOf(rows, { subjectId: draft.id }));
    await approvals.approve(manager, asked!.id, asked!.version, '');
    await signing.sign(manager, draft.id, version, { signedOn: '2021-06-01' });
    for (const [indicator, year, value] of [
      ['tax', 2023, '1300'],
      ['tax', 2024, '1600'],
      ['tax', 2025, '1450'],
      ['output', 2024, '26000'],
      ['investment', 2023, '19000'],
    ] as const)
      await actuals.create(officer, {
        contractId: draft.id,
        indicator,
        year,
        value: { value, unit: 'wan' },
        source: 'firm',
      });
    return draft.id;
  }

  /** The terms in force and their verdicts; `instant` null: now. */
  const inForce = (id: string, instant: string | null) =>
    opened.database.read(async (rows) => {
      const [judged] = await judge(rows, [id], TODAY, instant);
      const members = liveMembers({}, null, TODAY, instant, await defaultTolerance(rows, instant));
      const [row] = await rows.rows<object>(
        `SELECT * FROM (${members.summed('c.id')}) m WHERE m.key = '${id}'`,
        members.values,
      );
      return {
        promised: judged!.commitments.map(({ commitment }) => [
          commitment.indicator,
          commitment.promised,
          commitment.areaMu,
          commitment.fullProduction,
          commitment.tolerancePercent,
        ]),
        clauses: await clausesAt(id, instant),
        judged: judged!.assessments.map((one) => [
          one.indicator,
          one.year,
          one.verdict,
          one.required.toFixed(),
          one.shortfall?.toFixed() ?? null,
        ]),
        row: JSON.stringify(row),
      };
    });

  const clausesAt = (id: string, instant: string | null) =>
    opened.fresh.query<{ clause_id: string; percent: string }>(
      `SELECT w.clause_id, w.percent
       FROM consequence_wording w
       JOIN consequence_clause c ON c.id = w.clause_id
       WHERE c.contract_id = $1
           AND w.known_from <= coalesce($2, now())
           AND (w.known_to IS NULL OR w.known_to > coalesce($2, now()))
       ORDER BY c.created_at, c.id`,
      [id, instant],
    );

  const anAmendment = fc.oneof(
    fc
      .record({
        indicator: fc.constantFrom('tax' as const, 'output' as const, 'investment' as const),
        perMuWan: fc.integer({ min: 1, max: 900 }).map(String),
      })
      .map((promise) => ({ promises: [promise] })),
    fc
      .record({
        indicator: fc.constantFrom('tax' as const, 'output' as const),
        total: fc.integer({ min: 1, max: 90_000 }).map((value) => ({ value: String(value), unit: 'wan' as const })),
        tolerancePercent: fc.constantFrom('60', '95.5'),
      })
      .map((promise) => ({ promises: [promise] })),
    fc
      .integer({ min: 1, max: 40 })
      .map((mu) => ({ land: { add: [{ area: { value: String(mu), unit: 'mu' as const } }] } })),
    fc.integer({ min: 5_000, max: 60_000 }).map((sqm) => ({ measure: String(sqm) })),
    fc.integer({ min: 2022, max: 2027 }).map((year) => ({
      fullProductionYear: year,
      promises: [{ indicator: 'tax' as const, perMuWan: String(year - 1990) }],
    })),
    fc.constantFrom('2023-01-01', '2024-06-30').map((day) => ({ fullProductionOn: day })),
    fc.integer({ min: 1, max: 200 }).map((percent) => ({
      clauses: {
        add: [{ kind: 'pay-gap' as const, text: '补差', indicators: ['tax' as const], percent: String(percent) }],
      },
    })),
    fc.constantFrom('reword', 'end').map((clause) => ({ clause })),
    fc.integer({ min: 1, max: 9 }).map((yi) => ({ increase: { value: String(yi), unit: 'yi' as const } })),
  );

  it('whatever is amended in whatever order: what was in force at an instant is found at it, promises, land, years and verdicts alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAmendment, { minLength: 1, maxLength: 5 }), async (amendments) => {
        const { contracts, supplements, approvals } = room();
        const id = await signed();
        const moments: { at: string; was: object }[] = [];
        const remember = async () => {
          const was = await inForce(id, null);
          moments.push({
            at: (await opened.fresh.query<{ now: Date }>(`SELECT clock_timestamp() AS now`))[0]!.now.toISOString(),
            was,
          });
          await new Promise((resolve) => setTimeout(resolve, 5));
        };
        await remember();
        for (const amendment of amendments) {
          const now = await contracts.one(manager, id);
          const [clauseId] = (await clausesAt(id, null)).map((one) => one.clause_id);
          const changes =
            'clause' in amendment
              ? {
                  clauses: !clauseId
                    ? {}
                    : amendment.clause === 'end'
                      ? { end: [clauseId] }
                      : { change: [{ clauseId, percent: '66' }] },
                }
              : 'measure' in amendment
                ? {
                    land: {
                      measure: [{ parcelId: now.parcels[0]!.id, area: { value: amendment.measure, unit: 'sqm' } }],
                    },
                  }
                : amendment;
          const shown = await supplements
            .preview(manager, id, changes as never)
            .catch((error: unknown) => (isRefusal(error) ? null : Promise.reject(error)));
          if (!shown) continue;
          const asked = await supplements.create(officer, id, now.version, {
            signedOn: TODAY,
            reason: '变更',
            ...changes,
          } as never);
          expect(asked).toMatchObject({ state: 'pending', lines: shown.lines });
          const {
            data: [waiting],
          } = { data: await opened.database.read((rows) => approvals.openOf(rows, { subjectId: asked.id })) };
          await approvals.approve(manager, waiting!.id, waiting!.version, '同意');
          expect((await supplements.list(manager, id)).data[0]).toMatchObject({
            state: 'in-force',
            lines: shown.lines,
          });
          await remember();
        }
        for (const { at, was } of moments) expect(await inForce(id, at)).toEqual(was);
      }),
      { numRuns: 12, seed: 20261120 },
    );
  });
});
