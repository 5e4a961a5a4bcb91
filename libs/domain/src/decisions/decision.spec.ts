import { Decimal, plain } from '../quantities/index.js';
import { settlementOf, type Consequence } from './consequences.js';
import { decide, standingOf, type AboutMissed, type DecisionAsked } from './decision.js';

const because = { clause: '', rules: [], inputs: [], formulas: [] };
const one = (kind: Consequence['kind'], amount: string | null, applies = true): Consequence => ({
  clauseId: kind,
  kind,
  applies,
  amountWan: amount === null ? null : new Decimal(amount),
  cureUntil: null,
  because,
});
const about: AboutMissed = {
  verdict: 'breach',
  consequences: [
    one('pay-gap', '360'),
    one('claw-back', '120'),
    one('cure-period', null),
    one('take-back-land', null, false),
  ],
  earlier: [],
  taken: [],
  today: '2026-11-20',
};
const ask = (kind: DecisionAsked['kind'], clauseIds: string[] = [], until: string | null = null): DecisionAsked => ({
  kind,
  clauseIds,
  until,
});

describe('a decision', () => {
  it('to enforce has the amount of its clauses', () => {
    expect(plain(decide(ask('enforce', ['pay-gap', 'claw-back', 'pay-gap']), about).amountWan!)).toBe('480');
    expect(decide(ask('enforce', ['cure-period']), about)).toMatchObject({
      amountWan: null,
      chosen: [{ kind: 'cure-period' }],
    });
  });

  it.each<[string, DecisionAsked, Partial<AboutMissed>]>([
    ['decision.no-clause', ask('enforce'), {}],
    ['decision.clause-unknown', ask('enforce', ['other']), {}],
    ['decision.clause-not-due', ask('enforce', ['take-back-land']), {}],
    ['decision.clause-taken', ask('enforce', ['claw-back']), { taken: ['claw-back'] }],
    ['decision.not-missed', ask('enforce', ['pay-gap']), { verdict: 'met' }],
    ['decision.not-missed', ask('enforce', ['pay-gap']), { verdict: 'no-data' }],
    ['decision.not-missed', ask('extend', [], '2027-01-01'), { verdict: null }],
    ['decision.until', ask('extend'), {}],
    ['decision.until', ask('extend', [], '2026-11-20'), {}],
    ['decision.until', ask('waive', [], '2027-01-01'), {}],
    ['decision.waiting', ask('waive'), { earlier: [{ kind: 'extend', state: 'waiting', until: '2027-01-01' }] }],
    ['decision.decided', ask('waive'), { earlier: [{ kind: 'enforce', state: 'granted', until: null }] }],
  ])('%s', (code, asked, more) => expect(() => decide(asked, { ...about, ...more })).toThrow(code));

  it('may follow a returned one, or an extension', () => {
    for (const earlier of [
      { kind: 'waive', state: 'returned', until: null },
      { kind: 'extend', state: 'granted', until: '2027-06-30' },
    ] as const)
      expect(decide(ask('waive'), { ...about, earlier: [earlier] }).amountWan).toBeNull();
  });

  it('may extend what was not reported, and waive what is not due', () => {
    expect(decide(ask('extend', [], '2027-01-01'), { ...about, verdict: 'no-data' }).chosen).toEqual([]);
    expect(decide(ask('waive'), { ...about, verdict: null }).chosen).toEqual([]);
  });
});

describe('the state of a missed promise', () => {
  it.each([
    [[], 'open'],
    [[{ kind: 'waive', state: 'returned', until: null }], 'open'],
    [[{ kind: 'enforce', state: 'waiting', until: null }], 'waiting'],
    [[{ kind: 'enforce', state: 'granted', until: null }], 'decided'],
    [[{ kind: 'extend', state: 'granted', until: '2026-11-20' }], 'decided'],
    [[{ kind: 'extend', state: 'granted', until: '2026-11-19' }], 'open'],
    [
      [
        { kind: 'extend', state: 'granted', until: '2026-01-01' },
        { kind: 'enforce', state: 'granted', until: null },
      ],
      'decided',
    ],
  ] as const)('%j: %s', (decisions, standing) => expect(standingOf(decisions, '2026-11-20')).toBe(standing));
});

describe('what a decision has settled', () => {
  const by = (kind: Consequence['kind'], decisions: Parameters<typeof settlementOf>[1]) =>
    settlementOf(one(kind, '120'), decisions);
  it.each([
    ['is open while nobody asked for it', 'claw-back', [], null],
    [
      'waits with the decision that asks for it',
      'pay-gap',
      [{ state: 'waiting', clauseIds: ['pay-gap'], own: true }],
      'waiting',
    ],
    [
      'is settled once that is in effect',
      'pay-gap',
      [{ state: 'granted', clauseIds: ['pay-gap'], own: true }],
      'decided',
    ],
    [
      'is open again when it was sent back',
      'pay-gap',
      [{ state: 'returned', clauseIds: ['pay-gap'], own: true }],
      null,
    ],
    ['a gap is of its own promise', 'pay-gap', [{ state: 'granted', clauseIds: ['pay-gap'], own: false }], null],
    [
      'a claw-back is of the year, whichever promise it was decided on',
      'claw-back',
      [{ state: 'granted', clauseIds: ['claw-back'], own: false }],
      'decided',
    ],
    [
      'and waits as such',
      'take-back-land',
      [{ state: 'waiting', clauseIds: ['take-back-land'], own: false }],
      'waiting',
    ],
    ['another clause says nothing', 'claw-back', [{ state: 'granted', clauseIds: ['pay-gap'], own: true }], null],
  ] as const)('%s', (_said, kind, decisions, settled) => expect(by(kind, decisions)).toBe(settled));
});
