import fc from 'fast-check';
import { isEnd, reachable } from '../lifecycle/index.js';
import { decimal } from '../quantities/index.js';
import {
  type ApprovalCase,
  type ApprovalStep,
  afterApproval,
  approvalLifecycle,
  approvalStates,
  assertAddable,
  assertRevocable,
  currentLevel,
  openSteps,
  stepToDecide,
} from './approval-case.js';
import { type ApprovalPolicy, admitPolicies, approvalKinds, defaultPolicies, levelsAsked } from './approval-policy.js';

describe('how many levels a case passes, by the policy we ship', () => {
  it.each([
    ['a contract of 9,999.99 万元 at the standard', 'contract-signing', '9999.99', false, 0],
    ['exactly 1 亿', 'contract-signing', '10000', false, 1],
    ['below the standard, however small', 'contract-signing', '1', true, 1],
    ['below the standard without an amount', 'contract-signing', null, true, 1],
    ['without an amount at the standard', 'contract-signing', null, false, 0],
    ['9.999999 亿 below the standard', 'contract-signing', '99999.99', true, 1],
    ['10 亿', 'contract-signing', '100000', false, 2],
    ['10 亿 below the standard', 'contract-signing', '100000', true, 2],
    ['a supplement', 'supplement', '1', false, 1],
    ['a waiver, which names no amount', 'waiver', null, false, 1],
    ['a decision on a consequence', 'consequence-decision', '360', false, 1],
    ['an extension', 'milestone-extension', null, false, 1],
    ['a correction', 'contract-correction', null, false, 1],
  ] as const)('%s', (_case, kind, amountWan, belowStandard, levels) => {
    expect(levelsAsked(defaultPolicies, { kind, amountWan, belowStandard })).toHaveLength(levels);
  });

  it('a supplement below the standard needs another person, whatever the table says', () => {
    const nobody = { kind: 'supplement' as const, fromWan: '0', belowStandardOnly: false, levels: [] };
    expect(levelsAsked([nobody], { kind: 'supplement', amountWan: null, belowStandard: true })).toEqual([
      { role: 'manager' },
    ]);
    expect(levelsAsked([nobody], { kind: 'supplement', amountWan: null, belowStandard: false })).toEqual([]);
    expect(levelsAsked([], { kind: 'supplement', amountWan: '5', belowStandard: true })).toHaveLength(1);
  });

  it('a correction needs another person, whatever the table says', () => {
    const nobody = { kind: 'contract-correction' as const, fromWan: '0', belowStandardOnly: false, levels: [] };
    expect(levelsAsked([nobody], { kind: 'contract-correction', amountWan: '5', belowStandard: false })).toEqual([
      { role: 'manager' },
    ]);
  });

  const wan = fc.integer({ min: 0, max: 300_000 }).map(String);
  const rows = fc.array(
    fc.record({
      kind: fc.constantFrom(...approvalKinds),
      fromWan: wan,
      belowStandardOnly: fc.boolean(),
      levels: fc.array(fc.constant({ role: 'manager' } as const), { maxLength: 4 }),
    }),
    { maxLength: 12 },
  );
  it('a larger amount, or a promise below the standard, never needs fewer levels, whatever the table', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...approvalKinds),
        wan,
        wan,
        fc.boolean(),
        (table: ApprovalPolicy[], kind, a, b, belowStandard) => {
          const [less, more] = decimal(a).lte(b) ? [a, b] : [b, a];
          const asked = (amountWan: string | null, below: boolean) =>
            levelsAsked(table, { kind, amountWan, belowStandard: below }).length;
          expect(asked(more, belowStandard)).toBeGreaterThanOrEqual(asked(less, belowStandard));
          expect(asked(less, true)).toBeGreaterThanOrEqual(asked(less, false));
          expect(asked(null, belowStandard)).toBe(asked('0', belowStandard));
        },
      ),
    );
  });
  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(rows, wan, (table, amountWan) => {
        const question = { kind: 'contract-signing', amountWan, belowStandard: true } as const;
        expect(levelsAsked(table.toReversed(), question).length).toBe(levelsAsked(table, question).length);
      }),
    );
  });

  const row = (fromWan: string, levels: number, belowStandardOnly = false): ApprovalPolicy => ({
    kind: 'waiver',
    fromWan,
    belowStandardOnly,
    levels: Array.from({ length: levels }, () => ({ role: 'manager' as const })),
  });
  it.each([
    ['the same amount twice, however written', [row('10000', 1), row('10000.00', 2)], 3, 'approval.policy-twice'],
    ['more levels than people', [row('0', 3)], 2, 'approval.level'],
    ['the same amount, once for what lies below', [row('0', 1), row('0', 2, true)], 2, undefined],
    ['nothing to approve', [row('0', 0)], 0, undefined],
    ['no row for the smallest', [row('500', 1)], 3, 'approval.policy-gap'],
    ['a row for the smallest only below the standard', [row('0', 1, true)], 3, 'approval.policy-gap'],
    ['no row at all', [], 3, 'approval.policy-gap'],
    ['less asked of more', [row('0', 2), row('10000', 1)], 3, 'approval.policy-idle'],
    ['less asked below the standard', [row('0', 2), row('0', 1, true)], 3, 'approval.policy-idle'],
    ['as much, of others, asked of more', [row('0', 1), row('10000', 1)], 3, undefined],
  ])('a table with %s', (_case, table, approvers, code) => {
    const admit = () => admitPolicies('waiver', table, approvers);
    if (code) expect(admit).toThrow(code);
    else expect(admit).not.toThrow();
  });
});

const step = (
  id: string,
  level: number,
  by: ApprovalStep['by'] | string,
  decidedBy: string | null = null,
): ApprovalStep => ({ id, level, by: typeof by === 'string' ? { userIds: [by] } : by, decidedBy });
const anyManager = { role: 'manager' } as const;
const one = (steps: ApprovalStep[], state: ApprovalCase['state'] = 'pending'): ApprovalCase => ({
  state,
  requestedBy: 'fu',
  steps,
});
const person = (userId: string, role = 'manager') => ({ userId, role });

describe('who decides what of a case', () => {
  const twoLevels = [step('a', 1, anyManager, 'zhou'), step('b', 2, anyManager)];
  const added = [step('a', 1, anyManager), step('c', 1, 'han'), step('b', 2, anyManager)];

  it.each([
    ['a manager the first level', one([step('a', 1, anyManager)]), person('zhou'), 'a'],
    ['an administrator in their place', one([step('a', 1, anyManager)]), person('root', 'admin'), 'a'],
    [
      'a manager not what is an administrator’s',
      one([step('a', 1, { role: 'admin' })]),
      person('zhou'),
      'approval.not-yours',
    ],
    ['nobody their own', one([step('a', 1, anyManager)]), person('fu'), 'approval.own'],
    ['nobody two levels', one(twoLevels), person('zhou'), 'approval.twice'],
    ['another the second', one(twoLevels), person('han'), 'b'],
    ['an officer none', one([step('a', 1, anyManager)]), person('li', 'officer'), 'approval.not-yours'],
    ['one of those named', one([step('a', 1, { userIds: ['li', 'wu'] })]), person('wu', 'officer'), 'a'],
    ['the added signer the step that names them', one(added), person('han'), 'c'],
    [
      'nobody the second level before the first',
      one([step('a', 1, 'li'), step('b', 2, anyManager)]),
      person('zhou'),
      'approval.not-yours',
    ],
    ['nothing once it is decided', one(twoLevels, 'returned'), person('han'), 'approval.closed'],
  ])('%s', (_case, what, who, answer) => {
    const decide = () => stepToDecide(what, who).id;
    if (answer.includes('.')) expect(decide).toThrow(answer);
    else expect(decide()).toBe(answer);
  });

  it.each([
    ['somebody new', 'lin', undefined],
    ['who asked for it', 'fu', 'approval.own'],
    ['who is asked already', 'han', 'approval.twice'],
    ['oneself', 'zhou', 'approval.twice'],
  ])('a signer may be added: %s', (_case, signer, code) => {
    const add = () => assertAddable(one(added), person('zhou'), signer);
    if (code) expect(add).toThrow(code);
    else expect(add).not.toThrow();
  });

  it('only the requester withdraws it, and only while it is pending', () => {
    expect(() => assertRevocable(one(twoLevels), 'fu')).not.toThrow();
    expect(() => assertRevocable(one(twoLevels), 'zhou')).toThrow('approval.not-yours');
    expect(() => assertRevocable(one(twoLevels, 'granted'), 'fu')).toThrow('approval.closed');
  });

  it('the level waits until an added signer has signed', () => {
    expect(afterApproval(one(added), 'a', 'zhou')).toEqual({ state: 'pending', level: 1 });
    expect(openSteps(one(added)).map(({ id }) => id)).toEqual(['a', 'c']);
    const signed = one(added.map((each) => (each.id === 'a' ? { ...each, decidedBy: 'zhou' } : each)));
    expect(afterApproval(signed, 'c', 'han')).toEqual({ state: 'pending', level: 2 });
  });

  it('is granted once as many different people as it has steps have signed, level by level', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }), (levels) => {
        let now = one(levels.map((level, i) => step(`s${i}`, level, anyManager)));
        const passed: number[] = [];
        for (let i = 0; now.state === 'pending'; i++) {
          const { id, level } = stepToDecide(now, person(`m${i}`));
          passed.push(level);
          now = {
            ...now,
            state: afterApproval(now, id, `m${i}`).state,
            steps: now.steps.map((each) => (each.id === id ? { ...each, decidedBy: `m${i}` } : each)),
          };
        }
        expect(passed).toEqual([...levels].sort((a, b) => a - b));
        expect(currentLevel(now)).toBeNull();
      }),
    );
  });
});

describe('the life of a case', () => {
  it('reaches every state and ends returned or revoked', () => {
    expect([...reachable(approvalLifecycle, 'pending')].sort()).toEqual([...approvalStates].sort());
    expect(approvalStates.filter((state) => isEnd(approvalLifecycle, state))).toEqual(['returned', 'revoked']);
  });
});
