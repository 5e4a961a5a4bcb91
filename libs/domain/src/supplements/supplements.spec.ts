import fc from 'fast-check';
import { contractStates } from '../contracts/index.js';
import { assertAmendable, assertRenewable, differences } from './supplement.js';

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'may';
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('what a supplement changed', () => {
  it('lists each difference once, in the order of a printed contract', () => {
    expect(
      differences(
        {
          'promise.tax.totalWan': '1',
          'promise.tax.perMuWan': '1',
          fullProductionYear: '2024',
          areaMu: '50',
          'promise.output.perMuWan': '30',
        },
        {
          'promise.tax.totalWan': '2',
          'promise.tax.perMuWan': '2',
          areaMu: '60',
          'promise.output.perMuWan': '30.00',
          fullProductionYear: null,
          termTo: '2030-01-01',
          'parcel.A-1': '10',
        },
      ),
    ).toEqual([
      { field: 'areaMu', before: '50', after: '60' },
      { field: 'parcel.A-1', before: null, after: '10' },
      { field: 'fullProductionYear', before: '2024', after: null },
      { field: 'termTo', before: null, after: '2030-01-01' },
      { field: 'promise.tax.perMuWan', before: '1', after: '2' },
      { field: 'promise.tax.totalWan', before: '1', after: '2' },
    ]);
  });

  const facts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(fc.constantFrom('1', '1.0', '2', 'text')));
  it('is empty for equal facts, and turns the first into the second', () => {
    fc.assert(fc.property(facts, (one) => expect(differences(one, one)).toEqual([])));
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const moved = {
          ...one,
          ...Object.fromEntries(differences(one, other).map(({ field, after }) => [field, after])),
        };
        expect(differences(moved, other)).toEqual([]);
      }),
    );
  });
});

it('amends what is in force, and renews what was signed', () => {
  expect(contractStates.map((status) => codeOf(() => assertAmendable({ kind: 'performance', status })))).toEqual([
    'contract.not-signed',
    'contract.not-signed',
    'may',
    'may',
    'supplement.over',
    'supplement.over',
    'contract.not-signed',
  ]);
  expect(contractStates.map((status) => codeOf(() => assertRenewable({ kind: 'performance', status })))).toEqual([
    'contract.not-signed',
    'contract.not-signed',
    'may',
    'may',
    'may',
    'may',
    'contract.not-signed',
  ]);
  expect(
    [assertAmendable, assertRenewable].map((may) => codeOf(() => may({ kind: 'supplement', status: 'signed' }))),
  ).toEqual(['contract.parent', 'contract.parent']);
});
