import { furtherIndicators, indicatorRules } from '@crm/domain/standards';
import { newId, type Tx } from '@crm/platform/db';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { refOf, type Actor } from '../data-access/index.js';
import { assessContracts, defaultTolerance } from '../assessments/index.js';
import { keepSummaries } from '../assessments/assess-contracts.js';
import { enterActuals, enterSignedContracts, type LedgerEntry } from '../commitments/index.js';
import { judge } from '../assessments/judge.js';
import { portfolioGroups } from './portfolio-groups.js';
import { liveMembers } from './live-members.js';
import { storedMembers } from './stored-members.js';

/** The same sequence on every machine, so a failure can be repeated. */
function dice(seed: number) {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return {
    next,
    of: <T>(items: readonly T[]): T => items[next(items.length)] as T,
    once: (in_: number): boolean => next(in_) === 0,
  };
}

/**
 * Contracts of every shape the rules know: other indicators, upper bounds, derived shares, ramps, last years, own due
 * days, totals without land, clauses, waivers, verified and competing figures, and contracts without any day.
 */
async function everyShape(tx: Tx, actor: Actor, seed: number, today: string): Promise<string[]> {
  const die = dice(seed);
  const [parks, industries] = [
    await tx.rows<{ id: string }>('SELECT id FROM park ORDER BY position'),
    await tx.rows<{ id: string }>('SELECT id FROM industry ORDER BY position'),
  ];
  const entries = Array.from({ length: 50 }, (_, i): LedgerEntry => {
    const landFree = die.once(8);
    const value = String(1 + die.next(90)) + die.of(['', '.5', '.333333']);
    return {
      creditCode: `SHAPE${seed}N${i}`,
      enterpriseName: `形状${i}`,
      projectName: `项目${i}`,
      kind: die.of(['performance', 'performance', 'substantive']),
      parkId: die.of(parks).id,
      industryId: die.of(industries).id,
      signedOn: `${2020 + die.next(6)}-0${1 + die.next(9)}-15`,
      amountWan: die.once(3) ? null : '1000',
      amountEntered: null,
      landFree,
      parcels: landFree
        ? []
        : [{ basis: die.of(['granted', 'actual-use']), areaMu: value, entered: { value, unit: 'mu' } }],
      channel: null,
      handlerName: die.of([null, '甲', '乙']),
      firstContactOn: null,
      fullProductionYear: die.once(6) ? null : 2022 + die.next(7),
      fullProductionOn: die.of([null, null, '2023-01-01', '2023-06-30', '2025-12-31']),
      energyTce: null,
      rdPercent: null,
      milestones: [],
      promises: [
        ...(landFree
          ? []
          : (['investment', 'output', 'tax'] as const)
              .filter(() => !die.once(4))
              .map((indicator) => ({ indicator, perMuWan: die.of(['30', '299.999999', '300', '500', '812.5']) }))),
        ...furtherIndicators
          .filter(() => die.once(5))
          .map((indicator) => ({ indicator, quantity: die.of(['0', '3', '33.333333', '1500', '9000']) })),
      ],
    };
  });
  const ids = (await enterSignedContracts(tx, actor, null, entries, today)).map(({ contractId }) => contractId);
  for (const [i, id] of ids.entries()) {
    if (entries[i]!.landFree)
      await tx.run(
        `WITH m AS (INSERT INTO commitment (id, contract_id, indicator) VALUES ($1, $2, 'tax') RETURNING id)
         INSERT INTO commitment_term (id, commitment_id, master, total, entered)
         SELECT gen_random_uuid(), id, 'total', 777, '{}'
         FROM m`,
        [newId(), id],
      );
    const ramp = die.once(3)
      ? [
          { year: 2021 + die.next(3), percent: '40' },
          { year: 2024 + die.next(2), percent: '66.666667' },
        ]
      : [];
    await tx.run(
      `UPDATE commitment_term
       SET due_on = CASE WHEN $6 THEN $2::date END, last_year = $3, ramp = $4, tolerance_percent = $5, from_year = $7
       WHERE commitment_id IN (SELECT id FROM commitment WHERE contract_id = $1)`,
      [
        id,
        die.of(['2022-06-30', '2024-12-31', '2026-11-19', '2026-11-20', '2028-01-01']),
        die.of([null, null, 2024, 2026]),
        JSON.stringify(ramp),
        die.of([null, null, '100', '66.6', '95.5']),
        die.once(2),
        die.of([null, null, null, 2023, 2026]),
      ],
    );
    if (die.once(3))
      await tx.run(
        `INSERT INTO waiver (id, commitment_id, year, reason)
         SELECT gen_random_uuid(), id, $2, '样例'
         FROM commitment
         WHERE contract_id = $1
         LIMIT 1`,
        [id, 2022 + die.next(6)],
      );
  }
  await enterActuals(
    tx,
    actor,
    null,
    ids.flatMap((contractId) =>
      [2021, 2022, 2023, 2024, 2025, 2026].flatMap((year) =>
        (['investment', 'output', 'tax'] as const).flatMap((indicator) =>
          (['statistics', 'firm', 'tax-office'] as const)
            .filter((source) => source !== 'tax-office' || indicator === 'tax')
            .filter(() => die.once(2))
            .map((source) => ({
              contractId,
              indicator,
              year,
              source,
              valueWan: die.of(['0', '10', '1500', '9000', '24000', '8.000001']),
              entered: { value: '1', unit: 'wan' },
            })),
        ),
      ),
    ),
    today,
  );
  await enterActuals(
    tx,
    actor,
    null,
    ids.flatMap((contractId) =>
      [2022, 2023, 2024, 2025].flatMap((year) =>
        furtherIndicators.flatMap((indicator) =>
          (['statistics', 'firm'] as const)
            .filter(() => die.once(indicator === 'rd-share' ? 6 : 3))
            .map((source) => ({
              contractId,
              indicator,
              year,
              source,
              quantity: die.of(['0', '3', '10', '500', '1500', '1875.000001', '11250']),
              entered: { value: '1', unit: indicatorRules[indicator].unit },
            })),
        ),
      ),
    ),
    today,
  );
  // A manager chose some of them over a source of a higher rank.
  await tx.run(
    `INSERT INTO figure_choice (id, actual_id, contract_id, indicator, year, reason, known_from)
     SELECT gen_random_uuid(), id, contract_id, indicator, year, '样例', '2026-10-01'
     FROM actual
     WHERE source = 'firm' AND year % 4 = 1`,
  );
  await tx.run(`UPDATE actual SET verified_at = now() WHERE source = 'firm' AND year % 2 = 0`);
  await tx.run(
    `UPDATE actual
     SET known_from = known_from - interval '3 days'
     WHERE source = 'statistics' AND value > 8000`,
  );
  return ids;
}

describe('kept sums and records', () => {
  let opened: OpenedDatabase;
  let manager: Actor;
  beforeAll(async () => {
    opened = await openedDatabase();
    manager = await anActor(opened, 'manager');
  });
  afterAll(() => opened?.close());

  it.each([1, 2, 3])('say the same of contracts of every shape, on days around each turn (%s)', async (seed) => {
    const rolledBack = new Error('nothing is kept');
    await expect(
      opened.database.transaction(refOf(manager), async (tx) => {
        const ids = await everyShape(tx, manager, seed, '2026-11-20');
        for (const asOf of ['2023-12-31', '2024-01-31', '2024-02-01', '2026-11-20', '2026-11-21', '2027-02-01']) {
          await assessContracts(tx, ids, asOf);
          for (const year of [null, 2022, 2023, 2024, 2025, 2026]) {
            if (year !== null && year > Number(asOf.slice(0, 4))) continue;
            const stored = await portfolioGroups(tx, storedMembers({ signedTo: asOf }, year, asOf), 'park');
            const live = await portfolioGroups(
              tx,
              liveMembers({ signedTo: asOf }, year, asOf, null, await defaultTolerance(tx)),
              'park',
            );
            expect({ asOf, year, groups: live }).toEqual({ asOf, year, groups: stored });
          }
        }
        throw rolledBack;
      }),
    ).rejects.toBe(rolledBack);
  });

  it('say the same as known then, whatever came to be known since', async () => {
    const rolledBack = new Error('nothing is kept');
    await expect(
      opened.database.transaction(refOf(manager), async (tx) => {
        const ids = await everyShape(tx, manager, 7, '2026-11-20');
        const instant = '2026-11-01T00:00:00.000Z';
        // Known before that instant; a third ended before it, and another third only came after it.
        for (const table of ['parcel', 'commitment_term', 'actual', 'waiver'])
          await tx.run(`UPDATE ${table} SET known_from = '2026-10-01'`);
        await tx.run(`UPDATE actual SET known_to = '2026-10-15' WHERE year % 3 = 0`);
        await tx.run(`UPDATE actual SET known_from = '2026-11-02' WHERE year % 3 = 1`);
        await tx.run(`UPDATE waiver SET known_from = '2026-11-02' WHERE year % 2 = 0`);
        await tx.run(`UPDATE figure_choice SET known_to = '2026-10-20' WHERE indicator = 'tax'`);
        await tx.run(`UPDATE commitment_term SET known_to = '2026-11-05'`);
        await tx.run(`UPDATE parcel SET known_to = '2026-11-05' WHERE basis = 'granted'`);
        await keepSummaries(tx, ids, await judge(tx, ids, '2026-11-20', instant), '2026-11-20');
        for (const year of [null, 2023, 2025]) {
          const then = await portfolioGroups(tx, liveMembers({}, year, '2026-11-20', instant, '80'), 'park');
          expect(then).toEqual(await portfolioGroups(tx, storedMembers({}, year, '2026-11-20'), 'park'));
          expect(then).not.toEqual(await portfolioGroups(tx, liveMembers({}, year, '2026-11-20', null, '80'), 'park'));
        }
        throw rolledBack;
      }),
    ).rejects.toBe(rolledBack);
  });
});
