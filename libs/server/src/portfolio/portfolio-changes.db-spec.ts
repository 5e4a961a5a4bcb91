import fc from 'fast-check';
import {
  isPerMuAssessment,
  portfolioPerMu,
  type ActualSource,
  type PerMuCommitment,
  type PortfolioContract,
} from '@crm/domain/commitments';
import { isRefusal } from '@crm/domain/refusal';
import {
  furtherIndicators,
  indicatorRules,
  indicators,
  isPerMu,
  promisedIndicators,
  type Indicator,
  type PromisedIndicator,
} from '@crm/domain/standards';
import { FixedClock } from '@crm/platform/clock';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { exact, quotient, refOf, type Actor } from '../data-access/index.js';
import { assessContracts, defaultTolerance, loadCommitments } from '../assessments/index.js';
import { ActualsService, enterSignedContracts, grantWaiver, reworded, writeWording } from '../commitments/index.js';
import { PortfolioService } from './portfolio.service.js';
import { judge } from '../assessments/judge.js';
import { portfolioGroups } from './portfolio-groups.js';
import { liveMembers } from './live-members.js';
import { storedMembers } from './stored-members.js';

const TODAY = '2026-11-20';
const perIndicator = <T>(of: (indicator: Indicator) => T) =>
  Object.fromEntries(indicators.map((indicator) => [indicator, of(indicator)]));

// Changes of a contract by verbs, in any order and number.
const whose = {
  contract: fc.noBias(fc.nat(9_999)),
  indicator: fc.constantFrom<PromisedIndicator>(...indicators, ...promisedIndicators),
  year: fc.integer({ min: 2021, max: 2026 }),
};
const cents = (max: number) => fc.integer({ min: 1, max }).map((n) => (n / 100).toFixed(2));
const changes = {
  sign: fc.record({
    verb: fc.constant('sign' as const),
    park: fc.nat(6),
    industry: fc.nat(11),
    day: fc.constantFrom('2021-03-01', '2021-12-31', '2022-01-01', '2024-07-15'),
    areaMu: cents(20_000),
    fullYear: fc.option(fc.integer({ min: 2022, max: 2028 })),
    perMu: fc.record({ investment: cents(90_000), output: cents(150_000), tax: cents(9_000) }, { requiredKeys: [] }),
    further: fc.subarray([...furtherIndicators]),
    quantity: fc.integer({ min: 0, max: 100 }),
  }),
  report: fc.record({
    verb: fc.constant('report' as const),
    ...whose,
    wan: cents(9_000_000),
    source: fc.constantFrom<ActualSource>('firm', 'statistics', 'tax-office'),
  }),
  correct: fc.record({ verb: fc.constant('correct' as const), which: fc.noBias(fc.nat(9_999)), wan: cents(9_000_000) }),
  verify: fc.record({ verb: fc.constant('verify' as const), which: fc.noBias(fc.nat(9_999)) }),
  waive: fc.record({ verb: fc.constant('waive' as const), ...whose }),
  amend: fc.record({
    verb: fc.constant('amend' as const),
    ...whose,
    to: fc.record(
      {
        perMuWan: cents(90_000),
        tolerancePercent: fc.option(fc.constantFrom('60', '80', '100')),
        fromYear: fc.option(fc.integer({ min: 2022, max: 2027 })),
        lastYear: fc.option(fc.integer({ min: 2024, max: 2030 })),
        ramp: fc.constantFrom<{ year: number; percent: string }[]>(
          [],
          [
            { year: 2022, percent: '40' },
            { year: 2023, percent: '33.5' },
          ],
        ),
      },
      { requiredKeys: [] },
    ),
  }),
};
type Change = {
  [Verb in keyof typeof changes]: (typeof changes)[Verb] extends fc.Arbitrary<infer Drawn> ? Drawn : never;
}[keyof typeof changes];

describe('the portfolio after any changes', () => {
  let opened: OpenedDatabase;
  let [officer, manager]: Actor[] = [];
  let [parks, industries]: string[][] = [];
  let actuals: ActualsService;
  let portfolio: PortfolioService;

  beforeAll(async () => {
    opened = await openedDatabase();
    [officer, manager] = [await anActor(opened, 'officer'), await anActor(opened, 'manager')];
    [parks, industries] = [
      await ids('SELECT id FROM park ORDER BY position'),
      await ids('SELECT id FROM industry ORDER BY position'),
    ];
    const clock = new FixedClock(`${TODAY}T10:00:00+08:00`);
    actuals = new ActualsService(opened.database, clock);
    portfolio = new PortfolioService(opened.database, clock);
  });
  afterAll(() => opened?.close());

  const ids = async (sql: string, values: unknown[] = []) =>
    (await opened.fresh.query<{ id: string }>(sql, values)).map(({ id }) => id);
  const nth = (list: readonly string[] | undefined, n: number): string => list?.[n % list.length] as string;
  let signed = 0;

  /** false if the verb has nothing to change yet. */
  async function make(change: Change): Promise<boolean> {
    const contracts = await ids('SELECT id FROM contract ORDER BY id');
    if (change.verb === 'sign' || contracts.length === 0) {
      const {
        park = 0,
        industry = 0,
        day = '2021-03-01',
        areaMu = '10',
        fullYear = 2024,
        perMu = { tax: '30' },
        further = [],
        quantity: promised = 0,
      } = change.verb === 'sign' ? change : {};
      signed += 1;
      const entry = {
        creditCode: codeOf(signed),
        enterpriseName: `企业${signed}`,
        projectName: '项目',
        kind: 'performance' as const,
        parkId: nth(parks, park),
        industryId: nth(industries, industry),
        signedOn: day,
        amountWan: null,
        amountEntered: null,
        landFree: false,
        parcels: [{ basis: 'granted' as const, areaMu, entered: { value: areaMu, unit: 'mu' as const } }],
        channel: null,
        handlerName: null,
        firstContactOn: null,
        fullProductionYear: fullYear,
        energyTce: null,
        rdPercent: null,
        milestones: [],
        promises: [
          ...indicators.flatMap((indicator) =>
            perMu[indicator] === undefined ? [] : [{ indicator, perMuWan: perMu[indicator] }],
          ),
          ...further.map((indicator) => ({ indicator, quantity: String(promised) })),
        ],
      };
      await opened.database.transaction(refOf(officer!), (tx) =>
        enterSignedContracts(tx, officer!, null, [entry], TODAY),
      );
      return true;
    }
    if (change.verb === 'report')
      await actuals.create(officer!, {
        contractId: nth(contracts, change.contract),
        indicator: change.indicator,
        year: change.year,
        source: change.source,
        value: quantity(change.indicator, change.wan),
      });
    else if (change.verb === 'correct' || change.verb === 'verify') {
      const figures = await opened.fresh.query<{ id: string; indicator: PromisedIndicator }>(
        'SELECT id, indicator FROM actual WHERE known_to IS NULL ORDER BY id',
      );
      const figure = figures[change.which % figures.length];
      if (!figure) return false;
      if (change.verb === 'verify') await actuals.verify(manager!, figure.id);
      else
        await actuals.correct(officer!, figure.id, { value: quantity(figure.indicator, change.wan), reason: '更正' });
    } else {
      const [promise] = await opened.fresh.query<{ id: string }>(
        'SELECT id FROM commitment WHERE contract_id = $1 AND indicator = $2',
        [nth(contracts, change.contract), change.indicator],
      );
      if (!promise) return false;
      if (change.verb === 'waive')
        await opened.database.transaction(refOf(manager!), (tx) =>
          grantWaiver(
            tx,
            {
              contractId: nth(contracts, change.contract),
              commitmentId: promise.id,
              year: change.year,
              reason: '决定',
              requestedBy: officer!.userId,
              decidedBy: manager!.userId,
            },
            TODAY,
          ),
        );
      else
        await opened.database.transaction(refOf(manager!), async (tx) => {
          // As an approved supplement does it.
          const before = (await loadCommitments(tx, [nth(contracts, change.contract)])).find(
            ({ commitment }) => commitment.id === promise.id,
          )!;
          await writeWording(tx, reworded(before, amended(change)), '补充协议', manager!.userId);
          await assessContracts(tx, [nth(contracts, change.contract)], TODAY);
        });
    }
    return true;
  }

  const took = new Set<string>();
  /** A refused change (a year twice, a figure verified by its author) is no change. */
  async function attempt(change: Change): Promise<void> {
    try {
      if (await make(change)) took.add(change.verb);
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown;
    }
  }

  it('kept sums, records and rules say the same, by every grouping and for every year', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            changes.sign,
            changes.report,
            changes.report,
            changes.report,
            changes.correct,
            changes.correct,
            changes.verify,
            changes.waive,
            changes.amend,
          ),
          { minLength: 10, maxLength: 25 },
        ),
        async (drawn) => {
          for (const change of drawn) await attempt(change);
          await opened.database.read(async (rows) => {
            const judged = await judge(rows, await ids('SELECT id FROM contract'), TODAY);
            const members = judged
              .filter(({ commitments: own }) => own.length > 0)
              .map(({ contractId, commitments: own, assessments: all }): PortfolioContract => {
                const { areaMu, signedOn } = own[0]!.commitment;
                const promises = own.filter((one): one is typeof one & { commitment: PerMuCommitment } =>
                  isPerMu(one.commitment.indicator),
                );
                return {
                  contractId,
                  areaMu,
                  signedOn,
                  park: own[0]!.parkId,
                  industry: own[0]!.industryId,
                  officer: null,
                  promises,
                  assessments: all.filter(isPerMuAssessment),
                  furtherAssessments: all.filter((row) => !isPerMuAssessment(row)),
                };
              });
            const tolerance = await defaultTolerance(rows);
            for (const groupBy of ['none', 'park', 'industry', 'year', 'officer'] as const) {
              for (const year of [null, 2022, 2023, 2024, 2025, 2026]) {
                const stored = await portfolioGroups(rows, storedMembers({}, year, TODAY), groupBy);
                expect(await portfolioGroups(rows, liveMembers({}, year, TODAY, null, tolerance), groupBy)).toEqual(
                  stored,
                );
                // Answers from before these changes are not reused.
                expect(
                  (await portfolio.perMu(manager!, { groupBy, ...(year === null ? {} : { assessedYear: year }) }))
                    .groups,
                ).toEqual(stored);
                const ruled = portfolioPerMu(members, { groupBy, assessedYear: year });
                expect(
                  new Map(
                    stored.map((group) => [
                      group.key,
                      {
                        contracts: group.contracts,
                        areaMu: group.areaMu,
                        tax: group.taxWan,
                        perMuWan: group.perMuWan,
                        percentOfStandard: group.percentOfStandard,
                        attainmentPercent: group.attainmentPercent,
                        verdicts: group.verdicts,
                        below: group.belowStandard,
                      },
                    ]),
                  ),
                ).toEqual(
                  new Map(
                    ruled.map((group) => [
                      group.key,
                      {
                        contracts: group.contracts,
                        areaMu: exact(group.areaMu),
                        tax: exact(group.totalWan.tax),
                        perMuWan: perIndicator((i) => quotient(group.perMuWan[i])),
                        percentOfStandard: perIndicator((i) => quotient(group.percentOfStandard[i])),
                        attainmentPercent: perIndicator((i) => quotient(group.attainmentPercent[i])),
                        verdicts: group.verdicts,
                        below: group.belowStandard,
                      },
                    ]),
                  ),
                );
              }
            }
          });
        },
      ),
      { numRuns: 8, seed: 20261130 },
    );
    expect([...took].sort()).toEqual(Object.keys(changes).sort());
  });
});

/**
 * Persons are whole numbers and shares end at 100 %. They are drawn from the same amount, about as large as the
 * promise.
 */
const quantity = (indicator: PromisedIndicator, wan: string) => ({
  value: indicatorRules[indicator].unit === 'wan' ? wan : String(Math.floor(Number(wan)) % 101),
  unit: indicatorRules[indicator].unit,
});

const amended = ({ indicator, to: { perMuWan, ...terms } }: Extract<Change, { verb: 'amend' }>) => {
  if (perMuWan === undefined) return terms;
  return isPerMu(indicator) ? { ...terms, perMuWan } : { ...terms, total: quantity(indicator, perMuWan) };
};

/** They only need to differ. */
const codeOf = (n: number): string => `91460100MA5${String(n).padStart(7, '0')}`;
