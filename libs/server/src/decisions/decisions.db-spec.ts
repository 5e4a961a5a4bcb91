import { settlementOf, standings, totalsOf } from '@crm/domain/decisions';
import { plain } from '@crm/domain/quantities';
import { promisedIndicators } from '@crm/domain/standards';
import { FixedClock } from '@crm/platform/clock';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { Where } from '../data-access/index.js';
import { seed } from '../seed/index.js';
import { ConsequencesService } from './consequences.service.js';
import { missedNumbers } from './missed-numbers.store.js';
import { missedPage, type MissedRow } from './missed.store.js';
import { withConsequences } from './missed-consequences.js';

const TODAY = '2026-11-20';

describe('what is missed, on the contracts of the demo', () => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await openedDatabase();
    await seed(opened.database, { demo: '1', password: 'Zhaoshang-2026!', today: TODAY });
    // Support for every second contract, and clauses that apply from a warning: the demo has few of both.
    await opened.database.transaction('system:spec', async (tx) => {
      await tx.run(
        `INSERT INTO support_payment (id, contract_id, paid_wan, entered, paid_on)
         SELECT gen_random_uuid(), id, 100.5 + n, '{}', '2023-05-01'
         FROM (SELECT id, row_number() OVER (ORDER BY number) AS n FROM contract WHERE signed_on IS NOT NULL) c
         WHERE n % 2 = 0`,
      );
      await tx.run(
        `UPDATE consequence_wording
         SET bites_from = 'warning'
         WHERE id IN (
             SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM consequence_wording) w WHERE n % 3 = 0
           )`,
      );
    });
  });
  afterAll(() => opened?.close());

  const missed = (verdicts: readonly MissedRow['verdict'][], indicator: string | undefined) =>
    new Where().and('a.verdict = ANY(?)', verdicts).given(indicator, 'a.indicator = ?');

  it('the amounts that can still be asked for are those of the rules, for every indicator, verdict and standing', async () => {
    const asked: string[] = [];
    for (const verdicts of [['breach'], ['warning'], ['breach', 'warning', 'no-data']] as const)
      for (const indicator of [undefined, ...promisedIndicators])
        for (const standing of [undefined, ...standings]) {
          const [numbers, byRule] = await opened.database.read(async (rows) => {
            const page = { sort: 'year', order: 'asc', page: 1, perPage: 200 } as const;
            const found = await missedPage(rows, { where: missed(verdicts, indicator), today: TODAY, standing }, page);
            expect(found.length).toBeLessThan(page.perPage);
            const open = (await withConsequences(rows, found, TODAY)).map(({ row, consequences, settledBy }) => ({
              contractId: row.contractId,
              year: row.year,
              consequences: consequences.filter((one) => settlementOf(one, settledBy) === null),
            }));
            const all = missed(['breach', 'warning', 'no-data'], undefined);
            const told = await missedNumbers(rows, { where: all, today: TODAY }, { indicator, verdicts, standing });
            return [told, { ...totalsOf(open), contracts: new Set(open.map((one) => one.contractId)).size }];
          });
          expect([numbers.contracts, plain(numbers.payWan), plain(numbers.clawbackWan)]).toEqual([
            byRule.contracts,
            plain(byRule.payWan),
            plain(byRule.clawbackWan),
          ]);
          asked.push(plain(numbers.payWan), plain(numbers.clawbackWan));
        }
    expect(new Set(asked).size).toBeGreaterThan(5);
  });

  it('the total is the number of rows on all pages, none twice', async () => {
    const service = new ConsequencesService(opened.database, new FixedClock(`${TODAY}T09:00:00+08:00`));
    const manager = await anActor(opened, 'manager');
    const page = (at: number) =>
      service.list(manager, {
        page: at,
        perPage: 7,
        sort: 'shortfallWan',
        order: 'desc',
        filter: { standing: 'open' },
        exact: false,
      });
    const { total } = await page(1);
    const ids: string[] = [];
    for (let at = 1; ids.length < total; at++) {
      const { data } = await page(at);
      if (data.length === 0) break;
      ids.push(...data.map(({ id }) => id));
    }
    expect(total).toBeGreaterThan(7);
    expect([ids.length, new Set(ids).size]).toEqual([total, total]);
  });

  it('numbers that are given again are those of now, whatever was changed by hand meanwhile', async () => {
    const clock = new FixedClock(`${TODAY}T09:00:00+08:00`);
    const manager = await anActor(opened, 'manager');
    const asked = { page: 1, perPage: 1, sort: 'year', order: 'asc', filter: {}, exact: false } as const;
    const held = new ConsequencesService(opened.database, clock);
    const totals = async (service: ConsequencesService) => (await service.list(manager, asked)).totals;
    const missedNow = `SELECT a.id FROM assessment a WHERE a.verdict = 'breach' AND a.superseded_at IS NULL`;
    let before = await totals(held);
    for (const change of [
      `UPDATE support_payment SET paid_wan = paid_wan + 1000`,
      `UPDATE consequence_wording SET percent = 50 WHERE percent = 100`,
      `UPDATE consequence_decision SET clauses = '[]' WHERE state = 'granted'`,
      `UPDATE assessment SET shortfall_exact = shortfall_exact + 1 WHERE id IN (${missedNow})`,
      `UPDATE contract SET status = 'void', version = version + 1
       WHERE id = (SELECT contract_id FROM assessment WHERE id IN (${missedNow}) ORDER BY contract_id LIMIT 1)`,
    ]) {
      await opened.database.transaction('system:spec', (tx) => tx.run(change));
      const after = await totals(held);
      expect([change, after]).toEqual([change, await totals(new ConsequencesService(opened.database, clock))]);
      expect([change, after]).not.toEqual([change, before]);
      before = after;
    }
  });
});
