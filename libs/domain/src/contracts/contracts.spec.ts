import { plain } from '../quantities/index.js';
import { isEnd, move, reachable } from '../lifecycle/index.js';
import { contractKindRules, contractKinds, contractLifecycle, contractStates, isLive, wasSigned } from './contract.js';
import { type ParentCandidate, parentAmong, supplementNumber } from './parent-contract.js';
import { contractKey } from './same-contract.js';
import { type Signing, signedTotals } from './signed-once.js';

const signing = (id: string, amountWan: string, over: Partial<Signing> = {}): Signing => ({
  id,
  projectId: 'P',
  kind: 'substantive',
  amountWan,
  signedOn: '2026-03-01',
  ...over,
});
const shown = (signings: Signing[]) => {
  const { count, amountWan, apart } = signedTotals(signings);
  return [count, plain(amountWan), apart.count, plain(apart.amountWan)];
};

describe('worked case 9: signed once', () => {
  const eight = signing('event-1', '80000');
  const again = signing('event-2', '80000', { signedOn: '2026-05-01' });
  const increase = signing('increase', '20000', { signedOn: '2026-08-01', increase: true });
  const framework = signing('framework', '200000', { kind: 'framework', projectId: 'Q' });

  it('8 亿 at two events, +2 亿, and a framework of 20 亿 are 10 亿, one contract, and 20 亿 apart', () => {
    expect(shown([eight, again, increase, framework])).toEqual([1, '100000', 1, '200000']);
  });

  it.each([
    ['the order they were entered in does not matter', [framework, increase, again, eight], [1, '100000', 1, '200000']],
    ['two projects are two', [eight, { ...again, projectId: 'R' }], [2, '160000', 0, '0']],
    ['an increase alone counts its increment and no contract', [increase], [0, '20000', 0, '0']],
    [
      'a framework that became substantive counts as such',
      [{ ...framework, projectId: 'P' }, eight],
      [1, '80000', 1, '200000'],
    ],
    [
      'supplements and policies have no amount',
      [eight, signing('s', '5', { kind: 'supplement' }), signing('o', '5', { kind: 'one-firm-one-policy' })],
      [1, '80000', 0, '0'],
    ],
    [
      'an increase by supplement counts its increment',
      [eight, { ...increase, kind: 'supplement' as const }],
      [1, '100000', 0, '0'],
    ],
    ['none', [], [0, '0', 0, '0']],
  ])('%s', (_, signings, totals) => {
    expect(shown(signings)).toEqual(totals);
  });

  it('lists the signings left out, and whether the second event had another amount', () => {
    expect(signedTotals([eight, { ...again, amountWan: '85000' }]).repeated).toEqual([
      { id: 'event-2', countedId: 'event-1', differs: true },
    ]);
    expect(signedTotals([eight, { ...again, amountWan: '80000.00' }]).repeated).toEqual([
      { id: 'event-2', countedId: 'event-1', differs: false },
    ]);
  });
});

describe('kinds of contract', () => {
  it('count as signed when substantive, and carry commitments when for performance', () => {
    expect(contractKinds.filter((kind) => contractKindRules[kind].countsAsSigned)).toEqual([
      'substantive',
      'performance',
    ]);
    expect(contractKinds.filter((kind) => contractKindRules[kind].carriesCommitments)).toEqual(['performance']);
    expect(contractKinds.filter((kind) => contractKindRules[kind].needsParent)).toEqual(['supplement']);
  });
});

describe('the life of a contract', () => {
  it('reaches every state from a draft and ends in three', () => {
    expect([...reachable(contractLifecycle, 'draft')].sort()).toEqual([...contractStates].sort());
    expect(contractStates.filter((state) => isEnd(contractLifecycle, state))).toEqual([
      'completed',
      'terminated',
      'void',
    ]);
  });

  it.each([
    ['draft', 'signed'],
    ['signed', 'draft'],
    ['signed', 'void'],
    ['completed', 'performing'],
  ] as const)('does not go from %s to %s', (from, to) => {
    expect(() => move(contractLifecycle, from, to)).toThrow('transition.forbidden');
  });

  it('is live while signed or performing, and “was signed” never ends', () => {
    expect([contractStates.filter(isLive), contractStates.filter(wasSigned)]).toEqual([
      ['signed', 'performing'],
      ['signed', 'performing', 'completed', 'terminated'],
    ]);
  });
});

describe('the same contract', () => {
  const row = { creditCode: '91350100M000100Y43', projectName: '医疗器械（一期）项目', kind: 'performance' as const };
  it('is recognised by credit code, project name and kind, however written', () => {
    expect(contractKey(row)).toBe(
      contractKey({ ...row, creditCode: ' 91350100m000100y43', projectName: '医疗器械 (一期)项目' }),
    );
  });
  it.each([
    { projectName: '医疗器械（二期）项目' },
    { kind: 'framework' as const },
    { creditCode: '91330100799655058B' },
  ])('is another with %j', (change) => {
    expect(contractKey({ ...row, ...change })).not.toBe(contractKey(row));
  });
});

describe('which contract a supplement of a ledger belongs to', () => {
  const [a, b] = [
    { number: 'HT-1', signedOn: '2021-03-01' },
    { number: 'HT-2', signedOn: '2021-05-01' },
  ];
  const row = { row: 7, number: null, signedOn: '2021-04-01' };
  const of = (
    candidates: readonly ParentCandidate[],
    number: string | null = null,
    signedOn = '2022-03-01',
    parentNo: string | null = null,
  ) => parentAmong(candidates, { number, signedOn, parentNo });
  it('is the only one of its project; among several the one its number refers to', () =>
    expect([of([]), of([a]), of([a, b]), of([a, b], 'HT-2-补1'), of([a, b], 'HT-3-补1'), of([row, b], 'HT-9')]).toEqual(
      ['none', a, 'several', b, 'several', 'several'],
    ));
  it('is the one the row names, by number or by row of the same sheet', () =>
    expect([
      of([a, b], null, '2022-03-01', 'HT-2'),
      of([a, row], null, '2022-03-01', '#7'),
      of([a, b], 'HT-2-补1', '2022-03-01', 'HT-9'),
    ]).toEqual([b, row, 'several']));
  it('is the only one that was signed by its day', () =>
    expect([of([a, b], null, '2021-04-30'), of([a, b], null, '2021-02-01')]).toEqual([a, 'several']));
});

it('the number of a supplement contains the number of its contract, by which it is found', () => {
  const a = { number: 'HT-2026-0001', signedOn: '2026-01-05' };
  expect(supplementNumber(a.number, 2)).toBe('HT-2026-0001-补2');
  expect(
    parentAmong([a, { ...a, number: 'HT-2026-0002' }], {
      number: supplementNumber(a.number, 2),
      signedOn: '2026-03-01',
    }),
  ).toBe(a);
});
