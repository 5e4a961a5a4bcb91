import { checkUp, flaggedOn } from './check-up.js';
import { idleLand } from './idle-land.js';
import {
  type Milestone,
  assertExtendable,
  assertReachable,
  checkMilestones,
  defaultStartOn,
  milestonesDue,
  owedOn,
} from './milestones.js';

const at = (
  kind: Milestone['kind'],
  plannedOn: string | null,
  actualOn: string | null = null,
  extendedTo: string[] = [],
): Milestone => ({ id: kind, kind, plannedOn, actualOn, extendedTo });
const faultsOf = (milestones: Milestone[], signedOn = '2021-03-11') => {
  try {
    checkMilestones(milestones, signedOn);
    return [];
  } catch (thrown) {
    return (thrown as { errors: { pointer: string; code: string; params: { after: string } }[] }).errors.map(
      (e) => `${e.pointer} ${e.code} ${e.params.after}`,
    );
  }
};

describe('the order of milestones', () => {
  it.each([
    [
      'one after the other',
      [at('construction-start', '2021-07-29'), at('completion', '2022-12-30'), at('production-start', '2023-06-16')],
      [],
    ],
    ['on one day', [at('construction-start', '2021-07-29'), at('completion', '2021-07-29')], []],
    ['some not planned', [at('completion', null), at('production-start', '2023-06-16')], []],
    ['above scale after full production', [at('full-production', '2025-01-01'), at('above-scale', '2025-06-01')], []],
    [
      'completed before the start',
      [at('construction-start', '2022-07-29'), at('completion', '2022-01-01')],
      ['/milestones/1/plannedOn milestone.order construction-start'],
    ],
    [
      'planned before the signing',
      [at('construction-start', '2021-03-10')],
      ['/milestones/0/plannedOn milestone.order signing'],
    ],
    [
      'reached out of order',
      [at('production-start', null, '2023-01-01'), at('completion', null, '2023-01-02')],
      ['/milestones/0/actualOn milestone.order completion'],
    ],
  ])('%s', (_, milestones, faults) => {
    expect(faultsOf(milestones)).toEqual(faults);
  });
});

describe('reminders of milestones', () => {
  it('use the day after its extensions, until it is reached', () => {
    expect(owedOn(at('completion', '2026-01-01', null, ['2026-12-20', '2026-06-01']))).toBe('2026-12-20');
    const items = milestonesDue(
      'contract-1',
      [
        at('completion', '2026-01-01', null, ['2026-12-20']),
        at('construction-start', '2026-12-20', '2026-10-01'),
        at('production-start', null),
      ],
      '2026-11-20',
    );
    expect(items.map((item) => [item.subject.id, item.dueDay, item.step])).toEqual([
      ['completion', '2026-12-20', 'before-30'],
    ]);
  });

  it('a start is owed 180 days after the land contract', () => {
    expect(defaultStartOn('2026-01-01')).toBe('2026-06-30');
  });
});

const refusalOf = (act: () => unknown): string => {
  try {
    act();
    return 'accepted';
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('an extension', () => {
  const plan = [
    at('construction-start', '2026-03-01', '2026-03-05'),
    at('completion', '2026-12-01', null, ['2027-02-01']),
    at('production-start', '2027-06-01'),
    at('full-production', null),
  ];
  it.each([
    ['completion', '2027-02-01', 'milestone.extension-not-later'],
    ['completion', '2027-02-02', 'accepted'],
    ['completion', '2027-06-01', 'accepted'],
    ['completion', '2027-06-02', 'milestone.extension-order'],
    ['production-start', '2027-06-02', 'accepted'],
    ['construction-start', '2026-04-01', 'milestone.reached'],
    ['full-production', '2028-01-01', 'milestone.not-planned'],
  ])('of %s to %s: %s', (id, toDay, code) => {
    expect(refusalOf(() => assertExtendable(plan, id, toDay))).toBe(code);
  });
});

describe('reaching one', () => {
  const reached = [
    at('land-granted', null, '2026-01-10'),
    at('construction-start', null),
    at('completion', null),
    at('production-start', null, '2026-09-01'),
  ];
  it.each([
    ['construction-start', '2026-01-10', 'accepted'],
    ['construction-start', '2026-01-09', 'milestone.order'],
    ['completion', '2026-01-09', 'milestone.order'],
    ['completion', '2026-09-02', 'milestone.order-after'],
    ['construction-start', '2026-09-02', 'milestone.order-after'],
    ['completion', '2026-09-01', 'accepted'],
  ])('%s on %s: %s', (id, on, code) => {
    expect(refusalOf(() => assertReachable(reached, id, on))).toBe(code);
  });
});

it.each([
  [{ rule: 'not-started' as const, number: '2025-11-20' }, '2026-11-20'],
  [{ rule: 'money-behind' as const, number: '14.995' }, '2026-11-20'],
  [{ rule: 'money-stopped' as const, number: '2026-08-20' }, '2026-11-20'],
])('%j was raised on %s', (flag, day) => {
  expect(flaggedOn(flag, '2026-05-20')).toBe(day);
});

describe('worked case 10: check-up as of 2026-11-20', () => {
  const asOf = '2026-11-20';
  const project = {
    signedOn: '2026-01-01',
    startedOn: null as string | null,
    amountWan: '20000',
    receipts: [] as { on: string; wan: string }[],
  };
  const flags = (change: Partial<typeof project>) => checkUp({ ...project, ...change }, asOf);

  it.each([
    ['2025-11-19', [{ rule: 'not-started', number: '2025-11-19' }]],
    ['2025-11-20', [{ rule: 'not-started', number: '2025-11-20' }]],
    ['2025-11-21', []],
  ])('signed %s and not started', (signedOn, expected) => {
    expect(flags({ signedOn })).toEqual(expected);
  });

  it.each([
    ['2999', [{ rule: 'money-behind', number: '14.995' }]],
    ['3000', []],
  ])('started six months ago with %s of 20,000 万元 arrived', (wan, expected) => {
    expect(flags({ startedOn: '2026-05-20', receipts: [{ on: '2026-11-01', wan }] })).toEqual(expected);
  });

  it.each([
    ['2026-08-20', [{ rule: 'money-stopped', number: '2026-08-20' }]],
    ['2026-08-21', []],
  ])('last money on %s', (on, expected) => {
    expect(flags({ startedOn: '2026-05-21', receipts: [{ on, wan: '10000' }] })).toEqual(expected);
  });

  it('no money since the start raises both flags; all of it received raises none', () => {
    expect(flags({ startedOn: '2026-05-20' }).map((flag) => flag.rule)).toEqual(['money-behind', 'money-stopped']);
    expect(flags({ startedOn: '2026-01-20', receipts: [{ on: '2026-02-01', wan: '20000' }] })).toEqual([]);
  });

  it('money received after the day does not count', () => {
    expect(flags({ startedOn: '2026-05-20', receipts: [{ on: '2026-11-21', wan: '20000' }] })).toHaveLength(2);
  });
});

describe('the clock of idle land', () => {
  it.each([
    ['2025-08-31', null, 'running'],
    ['2025-09-01', null, 'warned'],
    ['2025-12-01', null, 'fee'],
    ['2026-12-01', null, 'take-back'],
    ['2026-12-01', '2026-11-30', 'stopped'],
  ])('granted 2024-12-01, on %s, started %s: %s', (asOf, startedOn, state) => {
    expect(idleLand('2024-12-01', startedOn, asOf)).toMatchObject({
      state,
      feeFrom: '2025-12-01',
      takeBackFrom: '2026-12-01',
    });
  });

  it('reminds after 9, 12, 21 and 24 months', () => {
    expect(idleLand('2024-12-01', null, '2024-12-01').reminderDays).toEqual([
      '2025-09-01',
      '2025-12-01',
      '2026-09-01',
      '2026-12-01',
    ]);
  });
});
