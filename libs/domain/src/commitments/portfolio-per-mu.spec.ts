import fc from 'fast-check';
import { Decimal, percentText, plain, roundForShow } from '../quantities/index.js';
import { aStandard, indicators, standardsOf2021 } from '../standards/index.js';
import { assessCommitment } from './assess-commitment.js';
import { aCommitment, anActual } from './commitment.example.js';
import { type PortfolioContract, portfolioPerMu } from './portfolio-per-mu.js';
import { type KeptStandard } from './promise-against-standard.js';

type Values = Partial<Record<(typeof indicators)[number], string>>;
const standard2021 = (indicator: string): KeptStandard => standardsOf2021.find((row) => row.indicator === indicator)!;

function contract(
  contractId: string,
  areaMu: string,
  totals: Values,
  standards: (indicator: string) => KeptStandard | null = standard2021,
  over: Partial<PortfolioContract> = {},
): PortfolioContract {
  const promises = indicators.flatMap((indicator) => {
    const wan = totals[indicator];
    return wan === undefined
      ? []
      : [
          {
            commitment: aCommitment(`${contractId}-${indicator}`)
              .of(contractId)
              .promisingInAll(indicator, wan)
              .onMu(areaMu).value,
            standard: standards(indicator),
          },
        ];
  });
  return {
    contractId,
    areaMu,
    signedOn: '2021-06-01',
    park: 'meian',
    industry: 'medicine',
    officer: 'B',
    promises,
    assessments: [],
    ...over,
  };
}
const whole = (contracts: PortfolioContract[]) => portfolioPerMu(contracts, { groupBy: 'none' })[0]!;
const shown = (values: Readonly<Record<string, Decimal | null>>) =>
  indicators.map((indicator) => values[indicator] && roundForShow(values[indicator], 2));

describe('worked case 1: weighted by area', () => {
  const group = whole([
    contract('A', '100', { investment: '70000', output: '100000', tax: '9000' }),
    contract('B', '60', { investment: '36000', output: '55200', tax: '4400' }),
    contract('C', '40', { investment: '28000', output: '40000', tax: '3000' }),
  ]);

  it('is 670.00 / 976.00 / 82.00 and 223.33 / 195.20 / 273.33 %', () => {
    expect(shown(group.perMuWan)).toEqual(['670.00', '976.00', '82.00']);
    expect(shown(group.percentOfStandard)).toEqual(['223.33', '195.20', '273.33']);
    expect(indicators.map((indicator) => percentText(group.percentOfStandard[indicator], 'whole'))).toEqual([
      '223',
      '195',
      '273',
    ]);
  });

  it('sums 3 contracts, 200 亩 and 134,000 万元', () => {
    expect([group.contracts, plain(group.areaMu), plain(group.totalWan.investment), group.contractIds]).toEqual([
      3,
      '200',
      '134000',
      ['A', 'B', 'C'],
    ]);
  });
});

describe('worked case 13: mixed standards', () => {
  const of = (perMuWan: string | null) => (indicator: string) =>
    indicator === 'investment' ? aStandard('investment').of(perMuWan).row : null;
  const two = [
    contract('A', '100', { investment: '60000' }, of('300')),
    contract('B', '50', { investment: '15000' }, of('220')),
  ];

  it('is 500.00 on average and 182.93 % of standard', () => {
    const group = whole(two);
    expect([shown(group.perMuWan)[0], shown(group.percentOfStandard)[0], shown(group.standardPerMuWan)[0]]).toEqual([
      '500.00',
      '182.93',
      '273.33',
    ]);
  });

  it('a third without a standard moves the average to 483.33 and nothing else', () => {
    const group = whole([...two, contract('C', '30', { investment: '12000' }, of(null))]);
    expect([shown(group.perMuWan)[0], shown(group.percentOfStandard)[0]]).toEqual(['483.33', '182.93']);
  });

  it('a contract without the indicator has no weight in it', () => {
    const group = whole([...two, contract('D', '1000', { tax: '1' })]);
    expect([shown(group.perMuWan)[0], plain(group.areaMu), group.contracts]).toEqual(['500.00', '1150', 3]);
  });
});

describe('groups', () => {
  const contracts = [
    contract('A', '10', { tax: '300' }),
    contract('B', '10', { tax: '600' }, standard2021, { park: 'yunlong', officer: null, signedOn: '2022-01-01' }),
    contract('C', '10', { tax: '200' }, standard2021, { industry: 'food' }),
  ];

  it.each([
    ['none', [[null, 3]]],
    [
      'park',
      [
        ['meian', 2],
        ['yunlong', 1],
      ],
    ],
    [
      'industry',
      [
        ['medicine', 2],
        ['food', 1],
      ],
    ],
    [
      'year',
      [
        ['2021', 2],
        ['2022', 1],
      ],
    ],
    [
      'officer',
      [
        ['B', 2],
        [null, 1],
      ],
    ],
  ] as const)('by %s', (groupBy, expected) => {
    expect(portfolioPerMu(contracts, { groupBy }).map((group) => [group.key, group.contracts])).toEqual(expected);
  });

  it('count contracts below the standard', () => {
    expect(portfolioPerMu(contracts, { groupBy: 'industry' }).map((group) => group.belowStandard)).toEqual([0, 1]);
  });

  it('without contracts: one empty total, no parks, and null where there is no number', () => {
    const group = whole([]);
    expect([
      group.contracts,
      plain(group.areaMu),
      shown(group.perMuWan),
      shown(group.percentOfStandard),
      shown(group.attainmentPercent),
    ]).toEqual([0, '0', [null, null, null], [null, null, null], [null, null, null]]);
    expect(portfolioPerMu([], { groupBy: 'park' })).toEqual([]);
  });

  it('add up to the whole, whatever the contracts', () => {
    const any = fc.record({
      park: fc.constantFrom('a', 'b', 'c'),
      area: fc.integer({ min: 1, max: 9999 }),
      tax: fc.integer({ min: 0, max: 99999 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (drawn) => {
        const rows = drawn.map(({ park, area, tax }, i) =>
          contract(`c${i}`, String(area / 100), { tax: String(tax) }, standard2021, { park }),
        );
        const groups = portfolioPerMu(rows, { groupBy: 'park' });
        const all = whole(rows);
        const total = (pick: (group: typeof all) => Decimal) =>
          groups.reduce((sum, group) => sum.plus(pick(group)), new Decimal(0));
        expect(total((g) => g.areaMu).eq(all.areaMu)).toBe(true);
        expect(total((g) => g.totalWan.tax).eq(all.totalWan.tax)).toBe(true);
        expect(groups.reduce((n, g) => n + g.contracts, 0)).toBe(all.contracts);
      }),
    );
  });
});

describe('attainment', () => {
  const reached = (contractId: string, actuals: Record<number, number>, waived = false): PortfolioContract => {
    const base = contract(contractId, '10', { tax: '1000' }, standard2021);
    const assessments = base.promises.flatMap(({ commitment, standard }) =>
      assessCommitment(
        commitment,
        Object.entries(actuals).map(([year, wan]) => anActual('tax', Number(year), wan)),
        standard,
        '2026-11-20',
        waived ? { waivers: [{ indicator: 'tax', year: 2025 }] } : {},
      ),
    );
    return { ...base, assessments };
  };
  const contracts = [
    reached('met', { 2024: 1000, 2025: 1100 }),
    reached('low', { 2025: 500 }),
    reached('silent', {}),
    reached('waived', { 2025: 1 }, true),
    contract('undated', '10', { tax: '1' }),
  ];

  it('is Σ actual ÷ Σ required over what is due, reported and not waived', () => {
    expect(shown(whole(contracts).attainmentPercent)).toEqual([null, null, '80.00']);
  });

  it('counts verdicts by contract and by indicator', () => {
    const group = whole(contracts);
    expect(group.verdicts).toEqual({ met: 1, warning: 0, breach: 1, 'no-data': 1, waived: 1, 'not-due': 1 });
    expect(group.verdictsByIndicator.tax).toEqual({
      met: 1,
      warning: 0,
      breach: 1,
      'no-data': 1,
      waived: 1,
      'not-due': 0,
    });
  });

  it('can be asked of another year', () => {
    const [group] = portfolioPerMu(contracts, { groupBy: 'none', assessedYear: 2024 });
    expect([shown(group!.attainmentPercent)[2], group!.verdicts['no-data']]).toEqual(['100.00', 3]);
  });
});
