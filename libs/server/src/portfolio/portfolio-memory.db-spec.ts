import { FixedClock } from '@crm/platform/clock';
import { Database, newId, type Rows } from '@crm/platform/db';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { refOf, type Actor } from '../data-access/index.js';
import { UpkeepService } from '../operations/index.js';
import { defaultTolerance } from '../assessments/index.js';
import { PortfolioService } from './portfolio.service.js';
import { enterActuals, enterSignedContracts } from '../commitments/index.js';
import { expected, figureEntries, ledgerEntries } from '../commitments/ledger-2021.example.js';
import { portfolioGroups } from './portfolio-groups.js';
import { liveMembers } from './live-members.js';

const today = expected.verdicts_as_of;
const clock = new FixedClock(`${today}T09:00:00+08:00`);

/** Counts the statements that are sent. */
class Counting extends Database {
  sent = 0;
  override read<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    const counted = <F extends (...given: never[]) => unknown>(ask: F) =>
      ((...given) => (this.sent++, ask(...given))) as F;
    return super.read((rows) => work({ rows: counted(rows.rows), one: counted(rows.one), hot: counted(rows.hot) }));
  }
}

describe('answers of the portfolio that are given again', () => {
  let opened: OpenedDatabase;
  let manager: Actor;
  let database: Counting;
  let portfolio: PortfolioService;

  beforeAll(async () => {
    opened = await openedDatabase();
    manager = await anActor(opened, 'manager');
    database = new Counting(opened.database.dataSource);
    portfolio = new PortfolioService(database, clock);
    await opened.database.transaction(refOf(manager), async (tx) => {
      await enterSignedContracts(tx, manager, newId(), await ledgerEntries(tx), today);
      await enterActuals(tx, manager, newId(), await figureEntries(tx), today);
    });
  });
  afterAll(() => opened?.close());

  const byPark = () => portfolio.perMu(manager, { groupBy: 'park' });
  /** A service without stored answers. */
  const anew = () => new PortfolioService(opened.database, clock).perMu(manager, { groupBy: 'park' });
  const sentFor = async (ask: () => Promise<unknown>) => {
    const before = database.sent;
    await ask();
    return database.sent - before;
  };

  it('asks once what stands there, and sums only after a change', async () => {
    const first = await byPark();
    expect(await sentFor(byPark)).toBe(1);
    expect(await byPark()).toEqual(first);
    expect(await sentFor(() => portfolio.perMu(manager, { groupBy: 'park', assessedYear: 2024 }))).toBeGreaterThan(1);
    expect(await sentFor(() => portfolio.perMu(manager, { groupBy: 'park', assessedYear: 2024 }))).toBe(1);
  });

  it('sums once for all who ask at once, and tries again what failed', async () => {
    const cold = new Counting(opened.database.dataSource);
    const service = new PortfolioService(cold, clock);
    const answers = await Promise.all(Array.from({ length: 4 }, () => service.perMu(manager, {})));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const alone = new Counting(opened.database.dataSource);
    await new PortfolioService(alone, clock).perMu(manager, {});
    expect(cold.sent).toBe(alone.sent + 3);

    await expect(service.perMu(manager, { parkId: 'no park at all' })).rejects.toThrow();
    await expect(service.perMu(manager, { parkId: 'no park at all' })).rejects.toThrow();
    expect((await service.perMu(manager, {})).groups).toEqual(answers[0]?.groups);
  });

  // Each row is written by hand, without a verb: the next request must see any write.
  it.each([
    ['a park is called otherwise', `UPDATE park SET version = version + 1, name = name || '新' WHERE position = 1`],
    [
      'an industry is called otherwise',
      `UPDATE industry SET version = version + 1, name = name || '新' WHERE position = 1`,
    ],
    [
      'a contract is another officer’s',
      `UPDATE contract
       SET version = version + 1, handler_name = '另一人', amount_wan = amount_wan + 1
       WHERE id = (SELECT min(id::text)::uuid FROM contract)`,
    ],
    [
      'a sum is another',
      `UPDATE contract_summary
       SET area_mu = area_mu + 1
       WHERE contract_id = (SELECT min(contract_id::text)::uuid FROM contract_summary)`,
    ],
    [
      'a verdict is another',
      `UPDATE contract_year_summary
       SET verdict = 'waived'
       WHERE last AND contract_id = (SELECT min(contract_id::text)::uuid FROM contract_year_summary WHERE last)`,
    ],
    [
      'a standard was in another document',
      `UPDATE provincial_standard SET version = version + 1, document_no = '另一文号'`,
    ],
    [
      'a contract has lost its standard',
      `DELETE FROM contract_standard
       WHERE contract_id = (SELECT min(contract_id::text)::uuid FROM contract_standard)`,
    ],
    ['sums are gone', 'TRUNCATE contract_year_summary'],
  ])('%s', async (_, change) => {
    for (const groupBy of ['park', 'industry', 'officer'] as const) await portfolio.perMu(manager, { groupBy });
    const before = await anew();
    // The product itself may empty no table.
    if (change.startsWith('TRUNCATE')) await opened.fresh.query(change);
    else await opened.database.transaction('system:spec', (tx) => tx.run(change));
    for (const groupBy of ['park', 'industry', 'officer'] as const)
      expect(await portfolio.perMu(manager, { groupBy })).toEqual(
        await new PortfolioService(opened.database, clock).perMu(manager, { groupBy }),
      );
    if (!change.includes('industry') && !change.includes('handler')) expect(await byPark()).not.toEqual(before);
  });

  it('what is not committed is not seen, and what is rolled back never was', async () => {
    const before = await byPark();
    await expect(
      opened.database.transaction('system:spec', async (tx) => {
        await tx.run('UPDATE contract_summary SET area_mu = area_mu + 5');
        expect(await byPark()).toEqual(before);
        throw new Error('never mind');
      }),
    ).rejects.toThrow('never mind');
    expect(await sentFor(byPark)).toBe(1);
  });

  it('a change made in a savepoint that was rolled back hides no later change of the transaction', async () => {
    await byPark();
    await opened.database.transaction('system:spec', async (tx) => {
      await tx.run('SAVEPOINT s');
      await tx.run('UPDATE contract_summary SET area_mu = area_mu + 1');
      await tx.run('ROLLBACK TO SAVEPOINT s');
      await tx.run('UPDATE contract_summary SET area_mu = area_mu + 2');
    });
    expect(await byPark()).toEqual(await anew());
  });

  it('upkeep takes the old rows away, and no state comes back', async () => {
    const states = new Set<string>();
    const state = async () =>
      (
        await opened.fresh.query<{ says: string }>(
          `SELECT concat_ws(' ', min(id), max(id), count(*)) AS says FROM portfolio_change`,
        )
      )[0]!.says;
    for (let round = 0; round < 4; round++) {
      await opened.database.transaction('system:spec', (tx) =>
        tx.run('UPDATE contract_summary SET area_mu = area_mu + 1'),
      );
      states.add(await state());
      await opened.database.transaction('system:spec', (tx) =>
        tx.run(`UPDATE portfolio_change SET at = now() - interval '2 hours'`),
      );
      await new UpkeepService(opened.database).sweep();
      states.add(await state());
      expect(await byPark()).toEqual(await anew());
    }
    expect(states.size).toBe(8);
    expect(Number((await opened.fresh.query<{ n: string }>('SELECT count(*) AS n FROM portfolio_change'))[0]!.n)).toBe(
      1,
    );
  });

  it('on a morning when the night has not run yet, the records answer', async () => {
    await opened.database.transaction('system:spec', (tx) =>
      tx.run(`UPDATE contract_summary SET changes_on = $1`, [today]),
    );
    const { groups } = await byPark();
    await opened.database.read(async (rows) =>
      expect(groups).toEqual(
        await portfolioGroups(rows, liveMembers({}, null, today, null, await defaultTolerance(rows)), 'park'),
      ),
    );
  });
});
