import type { ContractRow } from '@crm/api-contract/contracts';
import { roundForShow } from '@crm/domain/quantities';
import { investmentOf, sumsOfRows } from './sums.js';

const side = (totalWan: string, percentOfStandard: string | null) => ({ perMuWan: null, totalWan, percentOfStandard });
const row = (
  areaMu: string | null,
  [investment, output, tax]: [string, string, string],
  percents: (string | null)[] = [null, null, null],
): ContractRow =>
  ({
    areaMu,
    amountWan: '1',
    promised: {
      investment: side(investment, percents[0]!),
      output: side(output, percents[1]!),
      tax: side(tax, percents[2]!),
    },
  }) as ContractRow;

// docs/domain.md, worked case 1: three plots, standard 300/500/30.
const rows = [
  row('100', ['70000', '100000', '9000'], ['233.333333333333', '200', '300']),
  row('60', ['36000', '55200', '4400'], ['200', '184', '244.444444444444']),
  row('40', ['28000', '40000', '3000'], ['233.333333333333', '200', '250']),
];

it('weighs by area', () => {
  const { perMuWan, percentOfStandard, areaMu, investmentWan, contracts } = sumsOfRows(rows);
  expect([contracts, areaMu, investmentWan]).toEqual([3, '200', '134000']);
  expect([perMuWan.investment, perMuWan.output, perMuWan.tax]).toEqual(['670', '976', '82']);
  expect(
    [percentOfStandard.investment, percentOfStandard.output, percentOfStandard.tax].map((percent) =>
      roundForShow(percent!, 2),
    ),
  ).toEqual(['223.33', '195.20', '273.33']);
});

it('leaves what has no standard out of the percentage alone (worked case 13)', () => {
  const mixed = [
    row('100', ['60000', '0', '0'], ['200', null, null]),
    row('50', ['15000', '0', '0'], ['136.363636363636', null, null]),
    row('30', ['12000', '0', '0']),
  ];
  const { perMuWan, percentOfStandard } = sumsOfRows(mixed);
  expect([
    roundForShow(perMuWan.investment!, 2),
    roundForShow(percentOfStandard.investment!, 2),
    percentOfStandard.tax,
  ]).toEqual(['483.33', '182.93', null]);
});

it('says nothing per mu where there is no land, and counts the amount of a contract without a promise', () => {
  expect(sumsOfRows([row(null, ['100', '0', '0'])]).perMuWan.investment).toBeNull();
  expect(sumsOfRows([]).percentOfStandard.investment).toBeNull();
  expect(investmentOf({ promised: { investment: null, output: null, tax: null }, amountWan: '8' })).toBe('8');
});
