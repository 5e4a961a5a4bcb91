import { levelKey, levelOfKey, policiesIn, refusedBecause, rowsOf, typingIn } from './policyRows.js';

const manager = { role: 'manager' as const };
const row = (from: string, levels = 1, belowStandardOnly = false) => ({
  from,
  belowStandardOnly,
  levels: Array.from({ length: levels }, () => manager),
});

describe('the policy as it is typed', () => {
  it('an amount is written in 亿 where that is exact, and read back the same', () => {
    const listed = ['0', '10000', '12345.678901'].map((fromWan, id) => ({
      id: String(id),
      kind: 'waiver' as const,
      fromWan,
      belowStandardOnly: false,
      levels: [{ role: 'manager' as const, people: [] }],
      changedBy: null,
      knownFrom: '',
    }));
    const rows = rowsOf(listed, 'waiver');
    expect(rows.map(({ from }) => from)).toEqual(['0', '1 亿', '12345.678901']);
    expect(policiesIn('waiver', rows)?.map(({ fromWan }) => fromWan)).toEqual(['0', '10000', '12345.678901']);
    expect(policiesIn('waiver', [row('1 石')])).toBeNull();
  });
  it.each([
    ['0', 'CNY 0 m'],
    ['10000', 'CNY 100 m'],
    ['1234567', 'CNY 12345.67 m'],
    ['100000', 'CNY 1,000 m'],
  ])('%s 万元 stands in English as %s, and is read back the same', (wan, typed) => {
    const english = typingIn((key) => (key === 'parts.money.counts' ? 'million' : key));
    expect(english.write(wan)).toBe(typed);
    expect(english.read(typed)).toMatchObject({ ok: true, value: wan });
  });
  it.each([
    ['fits', [row('0'), row('1 亿', 2)], undefined],
    ['lacks a row from 0', [row('1 亿')], 'approval.policy-gap'],
    ['has a row that never speaks', [row('0', 2), row('1 亿', 1)], 'approval.policy-idle'],
    ['asks more than there are', [row('0', 4)], 'approval.level'],
  ])('says why it %s', (_case, rows, code) =>
    expect(refusedBecause('supplement', policiesIn('supplement', rows)!, 4)?.code).toBe(code),
  );
  it('a level is a role or people', () =>
    expect([manager, { userIds: ['a', 'b'] }].map((level) => levelOfKey(levelKey(level)))).toEqual([
      manager,
      { userIds: ['a', 'b'] },
    ]));
});
