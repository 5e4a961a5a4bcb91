import fc from 'fast-check';
import { addDays } from '@crm/domain/days';
import { type Rows, type Tx } from '@crm/platform/db';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { counted } from '../contracts/index.js';
import { refOf, type Actor } from '../data-access/index.js';
import { assessContracts } from '../assessments/index.js';
import { enterActuals, enterSignedContracts, type LedgerEntry } from '../commitments/index.js';
import { judge } from '../assessments/judge.js';
import { portfolioGroups } from './portfolio-groups.js';
import { liveMembers } from './live-members.js';
import type { Members } from './members.js';
import { storedMembers } from './stored-members.js';

/**
 * A project with its contract and its renewals, one after the other. Each has another area, so every day shows which
 * one counts.
 */
const chain = fc.record({
  mu: fc.integer({ min: 1, max: 90 }),
  signedOn: fc.constantFrom('2020-03-01', '2021-01-01', '2021-12-31'),
  full: fc.integer({ min: 2021, max: 2025 }),
  renewals: fc.array(
    fc.record({
      after: fc.integer({ min: 30, max: 900 }),
      begins: fc.option(fc.integer({ min: -200, max: 500 })),
      signed: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  figures: fc.array(fc.record({ year: fc.integer({ min: 2021, max: 2026 }), wan: fc.integer({ min: 0, max: 4000 }) }), {
    maxLength: 8,
  }),
});
type Chain = typeof chain extends fc.Arbitrary<infer Drawn> ? Drawn : never;

describe('a contract and its renewals', () => {
  let opened: OpenedDatabase;
  let manager: Actor;
  let [parkId, industryId] = ['', ''];
  beforeAll(async () => {
    opened = await openedDatabase();
    manager = await anActor(opened, 'manager');
    [parkId, industryId] = [
      (await opened.fresh.query<{ id: string }>('SELECT id FROM park ORDER BY position'))[0]!.id,
      (await opened.fresh.query<{ id: string }>('SELECT id FROM industry ORDER BY position'))[0]!.id,
    ];
  });
  afterAll(() => opened?.close());

  interface Link {
    id: string;
    mu: number;
    from: string;
  }
  let n = 0;

  const entry = (creditCode: string, projectName: string, mu: number, signedOn: string, full: number): LedgerEntry => ({
    creditCode,
    enterpriseName: creditCode,
    projectName,
    kind: 'performance',
    parkId,
    industryId,
    signedOn,
    amountWan: null,
    amountEntered: null,
    landFree: false,
    parcels: [{ basis: 'granted', areaMu: String(mu), entered: { value: String(mu), unit: 'mu' } }],
    channel: null,
    handlerName: null,
    firstContactOn: null,
    fullProductionYear: full,
    fullProductionOn: null,
    energyTce: null,
    rdPercent: null,
    milestones: [],
    promises: [
      { indicator: 'tax', perMuWan: '30' },
      { indicator: 'investment', perMuWan: '300' },
    ],
  });

  /** Signed contracts of the chain with the day each takes over; an unsigned renewal replaces nothing. */
  async function enter(tx: Tx, drawn: Chain): Promise<Link[]> {
    const code = `RENEW${++n}`;
    const links: Link[] = [];
    let signedOn: string = drawn.signedOn;
    for (const [at, { after, begins, signed }] of [
      { after: 0, begins: null, signed: true },
      ...drawn.renewals,
    ].entries()) {
      signedOn = addDays(signedOn, after);
      const mu = drawn.mu + at * 100;
      const [made] = await enterSignedContracts(
        tx,
        manager,
        null,
        [entry(code, `项目${at}`, mu, signedOn, drawn.full)],
        '2026-11-20',
      );
      const termFrom = begins === null ? null : addDays(signedOn, begins);
      const before = links.at(-1);
      if (before)
        await tx.run('UPDATE contract SET renews_id = $2, term_from = $3, version = version + 1 WHERE id = $1', [
          made!.contractId,
          before.id,
          termFrom,
        ]);
      if (!signed) {
        await tx.run(`UPDATE contract SET status = 'draft', signed_on = NULL, version = version + 1 WHERE id = $1`, [
          made!.contractId,
        ]);
        break;
      }
      const own = termFrom !== null && termFrom > signedOn ? termFrom : signedOn;
      // The contract in force is never followed by one that took over earlier.
      if (before && own <= before.from) {
        await tx.run(`UPDATE contract SET status = 'void', signed_on = NULL, version = version + 1 WHERE id = $1`, [
          made!.contractId,
        ]);
        break;
      }
      links.push({ id: made!.contractId, mu, from: own });
      signedOn = own;
    }
    await enterActuals(
      tx,
      manager,
      null,
      links
        .flatMap(({ id }, at) =>
          drawn.figures.flatMap(({ year, wan }) =>
            (['tax', 'investment'] as const).map((indicator) => ({
              contractId: id,
              indicator,
              year,
              source: 'firm' as const,
              valueWan: String(wan * (at + 1)),
              entered: { value: '1', unit: 'wan' as const },
            })),
          ),
        )
        .filter(
          (one, i, all) =>
            all.findIndex(
              (other) =>
                other.contractId === one.contractId && other.indicator === one.indicator && other.year === one.year,
            ) === i,
        ),
      '2026-11-20',
    );
    return links;
  }

  const drilled = async (rows: Rows, ids: readonly string[], day: string) =>
    (
      await rows.rows<{ id: string }>(
        `SELECT c.id
         FROM contract c
         WHERE c.id = ANY($1) AND c.signed_on <= $2 AND (${counted('c', '$2::date')})
         ORDER BY c.id`,
        [ids, day],
      )
    ).map(({ id }) => id);
  const membersOf = async (rows: Rows, { summed, values }: Members, ids: readonly string[]) =>
    (
      await rows.rows<{ id: string }>(
        `SELECT key AS id FROM (${summed('c.id')}) m WHERE key = ANY($${values.length + 1}) ORDER BY key`,
        [...values, ids],
      )
    ).map(({ id }) => id);

  it('on every day exactly one of them counts, and kept, live and drilled rows are the same ones with the same sums', async () => {
    const nothingKept = new Error('nothing is kept');
    await fc.assert(
      fc.asyncProperty(
        fc.array(chain, { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 1, maxLength: 3 }),
        async (drawn, around) => {
          await expect(
            opened.database.transaction(refOf(manager), async (tx) => {
              const chains: Link[][] = [];
              for (const one of drawn) chains.push(await enter(tx, one));
              const links = chains.flat();
              const ids = links.map(({ id }) => id);
              const days = [
                ...links.slice(0, 4).flatMap(({ from }) => around.map((off) => addDays(from, off))),
                '2024-12-31',
                '2026-11-20',
                '2027-02-01',
              ].filter((day) => day >= '2020-03-01');
              for (const day of days) {
                await assessContracts(tx, ids, day);
                // Computed by hand: of each chain the last contract that had taken over.
                const expected = chains.flatMap(
                  (chainLinks) => chainLinks.filter(({ from }) => from <= day).at(-1) ?? [],
                );
                const wanted = expected.map(({ id }) => id).sort();
                expect({ day, ids: await drilled(tx, ids, day) }).toEqual({ day, ids: wanted });
                for (const year of [null, 2023, 2025]) {
                  if (year !== null && year > Number(day.slice(0, 4))) continue;
                  const [stored, live] = [
                    storedMembers({ signedTo: day }, year, day),
                    liveMembers({ signedTo: day }, year, day, null, '80'),
                  ];
                  expect([await membersOf(tx, stored, ids), await membersOf(tx, live, ids)]).toEqual([wanted, wanted]);
                  const sums = await portfolioGroups(tx, stored, 'none');
                  expect({ day, year, sums: await portfolioGroups(tx, live, 'none') }).toEqual({ day, year, sums });
                  expect(sums[0]).toMatchObject({
                    contracts: expected.length,
                    areaMu: String(expected.reduce((mu, one) => mu + one.mu, 0)),
                  });
                }
              }
              throw nothingKept;
            }),
          ).rejects.toBe(nothingKept);
        },
      ),
      { numRuns: 10, seed: 20261122 },
    );
  });

  it('no day is owed twice: what falls due before the renewal takes over is judged under the contract, what falls due later under the renewal', async () => {
    await opened.database.transaction(refOf(manager), async (tx) => {
      const links = await enter(tx, {
        mu: 50,
        signedOn: '2021-01-01',
        full: 2022,
        renewals: [{ after: 365, begins: 900, signed: true }],
        figures: [{ year: 2022, wan: 1500 }],
      });
      expect(links.map(({ from }) => from)).toEqual(['2021-01-01', '2024-06-19']);
      const judged = await judge(
        tx,
        links.map(({ id }) => id),
        '2026-11-20',
      );
      const years = (id: string) =>
        judged
          .find(({ contractId }) => contractId === id)!
          .assessments.filter(({ indicator }) => indicator === 'tax')
          .map(({ year, verdict }) => `${year} ${verdict}`);
      expect(years(links[0]!.id)).toEqual(['2022 met', '2023 no-data']);
      expect(years(links[1]!.id)).toEqual(['2024 no-data', '2025 no-data']);
      // Before the renewal was signed, nothing had been renewed.
      const then = await judge(tx, [links[0]!.id], '2021-12-31');
      expect(then[0]!.commitments.map(({ commitment }) => commitment.inForce?.until)).toEqual([null, null]);
    });
  });
});
