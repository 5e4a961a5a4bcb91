import { roundForShow } from '@crm/domain/quantities';
import { indicators, type Indicator } from '@crm/domain/standards';
import { FixedClock } from '@crm/platform/clock';
import { newId } from '@crm/platform/db';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { refOf, type Actor } from '../data-access/index.js';
import { defaultTolerance } from '../assessments/index.js';
import { PortfolioService } from './portfolio.service.js';
import { enterActuals, enterSignedContracts, findActuals, revertImport } from '../commitments/index.js';
import {
  expected,
  figureEntries,
  ledgerEntries,
  short,
  type ExpectedGroup,
} from '../commitments/ledger-2021.example.js';
import { portfolioGroups } from './portfolio-groups.js';
import { liveMembers } from './live-members.js';
import { storedMembers } from './stored-members.js';

const today = expected.verdicts_as_of;

describe('the portfolio on the ledger of 2021', () => {
  let opened: OpenedDatabase;
  let manager: Actor;
  let portfolio: PortfolioService;
  const [ledger, figures] = [newId(), newId()];

  beforeAll(async () => {
    opened = await openedDatabase();
    manager = await anActor(opened, 'manager');
    portfolio = new PortfolioService(opened.database, new FixedClock(`${today}T09:00:00+08:00`));
    await opened.database.transaction(refOf(manager), async (tx) => {
      const entered = await enterSignedContracts(tx, manager, ledger, await ledgerEntries(tx), today);
      expect(entered.filter(({ belowStandard }) => belowStandard)).toHaveLength(9);
      expect(await enterActuals(tx, manager, figures, await figureEntries(tx), today)).toBe(366);
    });
  });
  afterAll(() => opened?.close());

  const shown = (group: Awaited<ReturnType<PortfolioService['perMu']>>['groups'][number]) => ({
    contracts: group.contracts,
    area_mu: roundForShow(group.areaMu, 2),
    investment_wan: roundForShow(group.investmentWan, 3),
    area_weighted_per_mu: byShort((i) => roundForShow(group.perMuWan[i] ?? '0', 4)),
    percent_of_standard: byShort((i) => roundForShow(group.percentOfStandard[i] ?? '0', 2)),
  });
  const byShort = (of: (indicator: Indicator) => string) =>
    Object.fromEntries(indicators.map((indicator) => [short[indicator], of(indicator)]));
  const wanted = ({
    contracts,
    area_mu,
    investment_wan,
    area_weighted_per_mu,
    percent_of_standard,
  }: ExpectedGroup) => ({ contracts, area_mu, investment_wan, area_weighted_per_mu, percent_of_standard });

  it.each([
    ['none', () => ({ '': expected.all })],
    ['park', () => expected.by_park],
    ['industry', () => expected.by_industry],
  ] as const)('adds up by %s to the last digit expected', async (groupBy, groups) => {
    const { groups: found } = await portfolio.perMu(manager, { groupBy });
    expect(Object.fromEntries(found.map((group) => [group.name, shown(group)]))).toEqual(
      Object.fromEntries(Object.entries(groups()).map(([name, group]) => [name, wanted(group)])),
    );
  });

  it('shows 32 contracts, nine of them below the standard, and by contract the worst verdict', async () => {
    const {
      groups: [all],
      standardVersions,
      substantiveContracts,
      frameworkContracts,
    } = await portfolio.perMu(manager, {});
    expect(all).toMatchObject({
      contracts: 32,
      belowStandard: 9,
      verdicts: { met: 17, warning: 5, breach: 6, 'no-data': 2, 'not-due': 2, waived: 0 },
    });
    expect(standardVersions.map((row) => [row.indicator, row.perMuWan, row.contracts]).sort()).toEqual([
      ['investment', '300', 32],
      ['output', '500', 32],
      ['tax', '30', 32],
    ]);
    expect([substantiveContracts, frameworkContracts]).toEqual([32, 0]);
  });

  it('keeps the 111 verdicts expected, each with its numbers', async () => {
    const kept = await opened.fresh.query<{
      uscc: string;
      indicator: string;
      year: number;
      required: string;
      actual: string | null;
      attainment: string | null;
      verdict: string;
    }>(
      `SELECT
         e.credit_code AS uscc, a.indicator, a.year, round(a.required_exact, 3)::text AS required,
         trim_scale(a.actual)::text AS actual, round(a.attainment_percent, 2)::text AS attainment, a.verdict
       FROM assessment a
       JOIN contract c ON c.id = a.contract_id
       JOIN enterprise e ON e.id = c.enterprise_id
       WHERE a.superseded_at IS NULL`,
    );
    const sorted = (rows: readonly string[]) => [...rows].sort();
    expect(kept).toHaveLength(111);
    expect(
      sorted(
        kept.map((row) =>
          [row.uscc, row.indicator, row.year, row.required, row.actual, row.attainment, row.verdict].join(' '),
        ),
      ),
    ).toEqual(
      sorted(
        expected.verdicts.map((row) =>
          [
            row.uscc.toUpperCase(),
            row.indicator,
            row.year,
            row.required,
            row.actual,
            row.attainmentPercent,
            row.verdict,
          ].join(' '),
        ),
      ),
    );
  });

  // Every kind of query: each grouping, the last assessed year and any year, today and days before, at and after a
  // change of the calendar.
  const questions = (['none', 'park', 'industry', 'year', 'officer'] as const).flatMap((groupBy) =>
    [null, 2023, 2024, 2025, 2026].map((year) => [groupBy, year] as const),
  );
  it.each(questions)('kept sums and records say the same, by %s for %s', async (groupBy, year) => {
    await opened.database.read(async (rows) => {
      const stored = await portfolioGroups(rows, storedMembers({}, year, today), groupBy);
      const live = await portfolioGroups(
        rows,
        liveMembers({}, year, today, null, await defaultTolerance(rows)),
        groupBy,
      );
      expect(live).toEqual(stored);
    });
  });

  it.each(['2024-12-31', '2025-01-01', '2025-01-31', '2025-02-01', '2026-01-31', '2026-02-01'])(
    'records say what the rules say, as of %s',
    async (asOf) => {
      await opened.database.transaction('system:spec', async (tx) => {
        const ids = (await tx.rows<{ id: string }>('SELECT id FROM contract')).map(({ id }) => id);
        const { assessContracts } = await import('../assessments/assess-contracts.js');
        await assessContracts(tx, ids, asOf);
        for (const year of [null, 2024, 2025]) {
          const stored = await portfolioGroups(tx, storedMembers({}, year, asOf), 'park');
          expect(
            await portfolioGroups(tx, liveMembers({}, year, asOf, null, await defaultTolerance(tx)), 'park'),
          ).toEqual(stored);
        }
        await assessContracts(tx, ids, today);
      });
    },
  );

  it('as known then: before anything was entered, nothing was known', async () => {
    const {
      groups: [all],
      known,
      knownAt,
    } = await portfolio.perMu(manager, { asOf: '2024-12-31', known: 'then' });
    expect([all?.contracts, known, knownAt]).toEqual([0, 'then', '2024-12-31T16:00:00.000Z']);
  });

  it('narrows to a period, a park and a handler, and the parts add up to the whole', async () => {
    const {
      groups: [first],
    } = await portfolio.perMu(manager, { signedFrom: '2021-01-01', signedTo: '2021-06-30' });
    const {
      groups: [second],
    } = await portfolio.perMu(manager, { signedFrom: '2021-07-01' });
    expect((first?.contracts ?? 0) + (second?.contracts ?? 0)).toBe(32);
    const { groups: handlers } = await portfolio.perMu(manager, { groupBy: 'officer' });
    const {
      groups: [one],
    } = await portfolio.perMu(manager, { officer: handlers[0]!.key as string });
    expect(one).toEqual({ ...handlers[0], key: null, name: '' });
  });

  it('names what waits for a decision, the gravest first', async () => {
    const { rows, total } = await portfolio.decisions(manager, {});
    expect([total, rows.length]).toEqual([13, 13]);
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      ...Array(6).fill('breach'),
      ...Array(2).fill('no-data'),
      ...Array(5).fill('warning'),
    ]);
    expect(rows[0]?.attainmentPercent).not.toBeNull();
  });

  it('the heat map has a row per contract and its judged years', async () => {
    const { rows, years, truncated } = await portfolio.heatMap(manager, {});
    expect([rows.length, years, truncated]).toEqual([32, [2024, 2025, 2026], false]);
    expect(rows.flatMap((row) => row.years).every((year) => year.assessmentIds.length > 0)).toBe(true);
    const pages = await Promise.all([1, 2, 3].map((page) => portfolio.heatMap(manager, { page, perPage: 15 })));
    expect(pages.flatMap((page) => page.rows.map(({ contractId }) => contractId))).toEqual(
      rows.map(({ contractId }) => contractId),
    );
    expect(pages.map(({ total, truncated: more }) => [total, more])).toEqual([
      [32, true],
      [32, true],
      [32, false],
    ]);
  });

  it('the same figures again change nothing; taking the imports back leaves nothing', async () => {
    await opened.database.transaction(refOf(manager), async (tx) => {
      const again = await figureEntries(tx);
      expect((await findActuals(tx, again)).every((found, i) => found?.valueWan === again[i]?.valueWan)).toBe(true);
      expect(await enterActuals(tx, manager, newId(), again, today)).toBe(0);
      await expect(revertImport(tx, ledger, today)).rejects.toMatchObject({ code: 'import.in-use' });
      expect(await revertImport(tx, figures, today)).toEqual({
        contracts: 0,
        actuals: 366,
        projects: 0,
        enterprises: 0,
      });
      expect(await revertImport(tx, ledger, today)).toEqual({
        contracts: 32,
        actuals: 0,
        projects: 32,
        enterprises: 32,
      });
      expect(await tx.rows('SELECT 1 FROM assessment UNION ALL SELECT 1 FROM contract_summary')).toEqual([]);
    });
  });
});
