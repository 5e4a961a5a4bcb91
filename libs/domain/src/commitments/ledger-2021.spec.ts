import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plain, roundForShow } from '../quantities/index.js';
import { type Indicator, indicators, standardInForce, standardsOf2021 } from '../standards/index.js';
import { assessCommitment } from './assess-commitment.js';
import { checkpointsDue } from './checkpoints-due.js';
import { aCommitment } from './commitment.example.js';
import { type Actual, type ActualSource } from './commitment.js';
import { questionsAbout } from './figure-questions.js';
import { type PortfolioContract, type PortfolioGrouping, portfolioPerMu } from './portfolio-per-mu.js';

/** A ledger of 32 fictional contracts with four years of figures, and the expected results (test/fixtures/ledger). */
const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(join(__dirname, '../../../../test/fixtures/ledger', name), 'utf8')) as T;

interface Group {
  contracts: number;
  area_mu: string;
  investment_wan: string;
  area_weighted_per_mu: Record<string, string>;
  percent_of_standard: Record<string, string>;
}
interface Expected {
  all: Group;
  by_park: Record<string, Group>;
  by_industry: Record<string, Group>;
  verdicts_as_of: string;
  verdicts: {
    uscc: string;
    indicator: Indicator;
    year: number;
    required: string;
    actual: string | null;
    attainmentPercent: string | null;
    verdict: string;
  }[];
  verdict_counts_last_year: Record<Indicator, Record<string, number>>;
  contracts: Record<
    'park' | 'industry' | 'area' | 'inv' | 'out' | 'tax' | 'uscc' | 'signed' | 'officer' | 'full_year',
    string
  >[];
}
const expected = fixture<Expected>('expected.json');
const figures =
  fixture<(Record<Indicator | 'uscc', string> & { year: number; source: ActualSource })[]>('figures.json');
const short = { investment: 'inv', output: 'out', tax: 'tax' } as const;
const asOf = expected.verdicts_as_of;

const actualsOf = (uscc: string): Actual[] =>
  figures
    .filter((row) => row.uscc === uscc)
    .flatMap((row) =>
      indicators.map((indicator) => ({ indicator, year: row.year, wan: row[indicator], source: row.source })),
    );

const contracts: PortfolioContract[] = expected.contracts.map((row) => {
  const contractId = row.uscc.toUpperCase();
  const promises = indicators.map((indicator) => ({
    commitment: aCommitment(`${contractId}-${indicator}`)
      .of(contractId)
      .promising(indicator, row[short[indicator]])
      .onMu(row.area)
      .signedOn(row.signed)
      .inFullProduction({ year: Number(row.full_year) }).value,
    standard: standardInForce(standardsOf2021, { indicator, park: row.park, industry: row.industry, day: row.signed }),
  }));
  const assessments = promises.flatMap(({ commitment, standard }) =>
    assessCommitment(commitment, actualsOf(contractId), standard, asOf),
  );
  return {
    contractId,
    areaMu: row.area,
    signedOn: row.signed,
    park: row.park,
    industry: row.industry,
    officer: row.officer,
    promises,
    assessments,
  };
});
const groupsBy = (groupBy: PortfolioGrouping) => portfolioPerMu(contracts, { groupBy });

describe('the ledger of 2021', () => {
  const tables: [PortfolioGrouping, Record<string, Group>][] = [
    ['none', { null: expected.all }],
    ['park', expected.by_park],
    ['industry', expected.by_industry],
  ];

  it.each(tables)('adds up by %s to the last digit expected', (groupBy, groups) => {
    const computed = groupsBy(groupBy).map((group) => [
      String(group.key),
      {
        contracts: group.contracts,
        area_mu: roundForShow(group.areaMu, 2),
        investment_wan: roundForShow(group.totalWan.investment, 3),
        area_weighted_per_mu: Object.fromEntries(
          indicators.map((i) => [short[i], roundForShow(group.perMuWan[i]!, 4)]),
        ),
        percent_of_standard: Object.fromEntries(
          indicators.map((i) => [short[i], roundForShow(group.percentOfStandard[i]!, 2)]),
        ),
      },
    ]);
    const wanted = Object.entries(groups).map(([key, g]) => [
      key,
      {
        contracts: g.contracts,
        area_mu: g.area_mu,
        investment_wan: g.investment_wan,
        area_weighted_per_mu: g.area_weighted_per_mu,
        percent_of_standard: g.percent_of_standard,
      },
    ]);
    expect(Object.fromEntries(computed)).toEqual(Object.fromEntries(wanted));
  });

  it('shows 32 contracts, 670 / 976 / 82 and 223 / 195 / 273 %', () => {
    const [all] = groupsBy('none');
    expect([all!.contracts, plain(all!.totalWan.investment)]).toEqual([32, '662996.54']);
    expect(
      indicators.map((i) => [roundForShow(all!.perMuWan[i]!, 0), roundForShow(all!.percentOfStandard[i]!, 0)]),
    ).toEqual([
      ['670', '223'],
      ['976', '195'],
      ['82', '273'],
    ]);
  });

  it('has nine contracts below the standard', () => {
    expect(groupsBy('none')[0]!.belowStandard).toBe(9);
  });
});

describe('the verdicts as of 2026-11-20', () => {
  it('are the 111 expected, each with its numbers', () => {
    const computed = contracts
      .flatMap((contract) => contract.assessments)
      .map((row) => ({
        uscc: row.contractId,
        indicator: row.indicator,
        year: row.year,
        required: roundForShow(row.requiredWan, 3),
        actual: row.actualWan && plain(row.actualWan),
        attainmentPercent: row.attainmentPercent && roundForShow(row.attainmentPercent, 2),
        verdict: row.verdict,
      }));
    const sorted = <T extends { uscc: string; indicator: string; year: number }>(rows: T[]) =>
      rows
        .map((row) => [`${row.uscc} ${row.indicator} ${row.year}`, row] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1));
    expect(expected.verdicts).toHaveLength(111);
    expect(sorted(computed)).toEqual(
      sorted(expected.verdicts.map((row) => ({ ...row, uscc: row.uscc.toUpperCase() }))),
    );
  });

  it('count by indicator as expected, and leave out the three investments met the year before', () => {
    const [all] = groupsBy('none');
    const counted = Object.fromEntries(
      indicators.map((i) => [
        i,
        Object.fromEntries(Object.entries(all!.verdictsByIndicator[i]).filter(([, n]) => n > 0)),
      ]),
    );
    expect([counted, all!.investmentsMetEarlier]).toEqual([expected.verdict_counts_last_year, 3]);
  });

  it('count by contract 32, by park and by industry as well', () => {
    for (const grouping of ['none', 'park', 'industry'] as const) {
      const counted = groupsBy(grouping).flatMap((group) => Object.values(group.verdicts));
      expect(counted.reduce((a, b) => a + b, 0)).toBe(32);
    }
    expect(groupsBy('none')[0]!.verdicts).toEqual({
      met: 17,
      warning: 5,
      breach: 6,
      'no-data': 2,
      'not-due': 2,
      waived: 0,
    });
  });

  it('explain themselves with the source of every figure', () => {
    for (const row of contracts.flatMap((contract) => contract.assessments)) {
      const source = row.because.inputs.find((input) => input.name === 'actualWan')?.source.kind ?? null;
      expect(source === null).toBe(row.actualWan === null);
      expect(row.because.rules).toHaveLength(2);
    }
  });
});

describe('the annual figures', () => {
  it('decrease once, and never change scale by a wrong unit', () => {
    const asked = contracts.flatMap(({ contractId }) => {
      const actuals = actualsOf(contractId);
      return actuals.flatMap((actual) =>
        questionsAbout(actual, actuals).map((question) => `${contractId} ${actual.year} ${question.code}`),
      );
    });
    expect(asked).toEqual(['91460100MA5D1RXN57 2025 actual.falls']);
  });
});

describe('the reminders of a ledger read years later', () => {
  it('are one step per checkpoint, the past ones in a digest', () => {
    const items = contracts.flatMap((c) =>
      c.promises.flatMap(({ commitment }) => checkpointsDue(commitment, asOf, { assessments: c.assessments })),
    );
    const keys = items.map((item) => `${item.subject.id} ${item.dueDay}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(items.filter((item) => item.dueDay < asOf).every((item) => item.digest)).toBe(true);
    expect(items.filter((item) => item.dueDay > asOf).every((item) => item.step === 'before-90')).toBe(true);
  });
});
