import { contractKey, type ContractEntry } from './contract-entry.js';
import { amendmentOf, type AmendableContract } from './supplement-row.js';

const contract: AmendableContract = {
  parkId: 'p1',
  industryId: 'i1',
  areaMu: '20',
  fullProductionYear: 2025,
  fullProductionOn: null,
  milestones: { startOn: '2021-09-30' },
  promises: { investment: { side: 'total', totalWan: '12000' }, tax: { side: 'per-mu', perMuWan: '80' } },
};
const area = (mu: string, amending?: 'added' | 'changed') => ({
  areaMu: mu,
  value: mu,
  unit: 'mu' as const,
  asTyped: mu,
  ...(amending ? { amending } : {}),
});
const perMu = (perMuWan: string) => ({
  indicator: 'tax' as const,
  side: 'per-mu' as const,
  perMuWan,
  value: perMuWan,
  unit: 'wan-per-mu' as const,
  asTyped: perMuWan,
});
const inAll = (totalWan: string, amending?: 'added' | 'changed') => ({
  indicator: 'investment' as const,
  side: 'total' as const,
  totalWan,
  value: totalWan,
  unit: 'wan-total' as const,
  asTyped: totalWan,
  ...(amending ? { amending } : {}),
});
const row = (change: Partial<ContractEntry>): ContractEntry => ({
  row: 2,
  kind: 'supplement',
  projectName: '项目',
  standing: 'registered',
  registrationNo: null,
  enterpriseName: '企业',
  creditCode: '91460100MA56UBF00K',
  contractNo: null,
  parentNo: null,
  industryId: 'i1',
  parkId: 'p1',
  channel: null,
  signedOn: '2022-03-01',
  area: null,
  investment: null,
  promises: [],
  fullProduction: null,
  startOn: null,
  completionOn: null,
  productionOn: null,
  firstContactOn: null,
  energyTce: null,
  rdPercent: null,
  officer: null,
  note: null,
  ...change,
});
const said = (change: Partial<ContractEntry>, on = contract) => {
  const read = amendmentOf(row(change), on);
  return 'faults' in read ? read.faults.map(({ field, code }) => `${field} ${code}`) : read.amendment;
};
const money = { wan: '2000', value: '0.2', unit: 'yi' as const, asTyped: '0.2' };

describe('a supplement of a ledger', () => {
  it('adds its amount as typed, and nothing else if the row has nothing else', () =>
    expect(said({ investment: money })).toEqual({ increase: { value: '0.2', unit: 'yi' }, promises: [] }));
  it.each([
    ['5', undefined, '5'],
    ['30', 'added', '30'],
    ['30', 'changed', '10'],
  ] as const)('land of %s mu, %s, adds %s', (mu, amending, added) =>
    expect(said({ area: area(mu, amending) })).toMatchObject({ land: { value: added } }),
  );
  it.each(['20', '30'])('land of %s mu on 20 could be the total, so it is a question', (mu) =>
    expect(said({ area: area(mu) })).toEqual(['area supplement.land-which']),
  );
  it('the current land given as the total changes nothing; less land is refused', () =>
    expect([said({ area: area('20', 'changed') }), said({ area: area('15', 'changed') })]).toEqual([
      ['investment supplement.nothing'],
      ['area supplement.land-less'],
    ]));
  it('a promise per mu replaces the old one; the same value changes nothing', () =>
    expect([said({ promises: [perMu('90')] }), said({ promises: [perMu('80')], investment: money })]).toMatchObject([
      { promises: [{ indicator: 'tax', side: 'per-mu', perMuWan: '90' }] },
      { promises: [] },
    ]));
  it('a different total is a question; with the answer it is added or replaces', () =>
    expect([
      said({ promises: [inAll('2000')] }),
      said({ promises: [inAll('2000', 'added')] }),
      said({ promises: [inAll('14000', 'changed')] }),
    ]).toMatchObject([
      ['promisedInvestment supplement.promise-which'],
      { promises: [{ totalWan: '14000' }] },
      { promises: [{ totalWan: '14000' }] },
    ]));
  it('differences it cannot make are refused, all at once', () =>
    expect(
      said({
        parkId: 'p2',
        industryId: 'i2',
        startOn: '2022-01-01',
        promises: [{ ...perMu('900'), indicator: 'output' }],
      }),
    ).toEqual([
      'park supplement.stays',
      'industry supplement.stays',
      'startOn supplement.milestone',
      'promisedOutput supplement.no-promise',
    ]));
  it('values equal to the contract are no change', () =>
    expect(said({ startOn: '2021-09-30', fullProduction: { year: 2025 }, investment: money })).toMatchObject({
      promises: [],
    }));
  it('the next supplement is read against its result', () => {
    const first = amendmentOf(row({ area: area('5'), promises: [perMu('90')] }), contract);
    expect('after' in first && first.after).toMatchObject({
      areaMu: '25',
      promises: { tax: { perMuWan: '90' }, investment: { totalWan: '12000' } },
    });
  });
});

describe('supplements of one project', () => {
  const key = (change: Partial<ContractEntry>) => contractKey(row({ investment: money, ...change }));
  it.each<Partial<ContractEntry>>([
    { contractNo: 'HT-1-补1' },
    { signedOn: '2022-03-02' },
    { investment: { ...money, wan: '2001' } },
    { area: area('5') },
  ])('are told apart by %j', (change) => expect(key(change)).not.toBe(key({})));
  it('are the same under one number, or of one day and amount', () =>
    expect([key({}), key({ contractNo: 'A', signedOn: '2022-03-02' })]).toEqual([
      key({ investment: { ...money, wan: '2000.00' } }),
      key({ contractNo: 'A' }),
    ]));
});
