import fc from 'fast-check';
import { anActual, aCommitment, assessCommitment, contractVerdict } from '../commitments/index.js';
import { plain } from '../quantities/index.js';
import { aStandard } from '../standards/index.js';
import { assertClause, type ConsequenceClause } from './consequence-clause.js';
import { consequencesOf, totalsOf, type MissedPromise } from './consequences.js';

const clause = (kind: ConsequenceClause['kind'], more: Partial<ConsequenceClause> = {}): ConsequenceClause => ({
  id: kind,
  kind,
  text: '第十二条',
  indicators: ['tax'],
  from: 'breach',
  cureDays: kind === 'cure-period' ? 90 : null,
  percent: kind === 'pay-gap' ? '100' : null,
  ...more,
});

/** Worked case 4: 50 亩 × 30 = 1,500 万元 of tax; 500 万元 of support paid. */
function missedWith(actual: string, supportPaidWan: string | null = '500'): MissedPromise {
  const rows = assessCommitment(
    aCommitment().promising('tax', 30).onMu(50).value,
    [anActual('tax', 2024, actual)],
    aStandard('tax').of('30').row,
    '2025-03-01',
  );
  const row = rows[0]!;
  const lowest = contractVerdict(rows, 2024)!.lowestAttainmentPercent;
  return {
    assessmentId: 'a',
    indicator: 'tax',
    year: 2024,
    verdict: row.verdict,
    requiredWan: plain(row.requiredWan),
    actualWan: plain(row.actualWan!),
    shortfallWan: plain(row.shortfallWan!),
    lowestAttainmentPercent: lowest && plain(lowest),
    supportPaidWan,
  };
}

describe('worked case 4: what may follow 1,140 of 1,500', () => {
  const all = consequencesOf(
    missedWith('1140'),
    [
      clause('cure-period'),
      clause('pay-gap'),
      clause('pay-gap', { id: 'half', percent: '50' }),
      clause('claw-back'),
      clause('take-back-land'),
    ],
    '2025-03-01',
  );

  it.each([
    ['cure-period', null, '2025-05-30'],
    ['pay-gap', '360', null],
    ['half', '180', null],
    ['claw-back', '120', null],
    ['take-back-land', null, null],
  ])('%s: %s 万元, until %s', (id, amount, until) => {
    const one = all.find(({ clauseId }) => clauseId === id)!;
    expect([one.applies, one.amountWan && plain(one.amountWan), one.cureUntil]).toEqual([true, amount, until]);
  });

  it('says why: the clause, its numbers with their sources, the calculation', () => {
    expect(all[1]!.because).toEqual({
      clause: '第十二条',
      rules: ['clause.pay-gap', 'threshold.breach'],
      inputs: [
        { name: 'requiredWan', value: '1500', unit: 'wan', source: { kind: 'assessment', ref: 'a' } },
        { name: 'actualWan', value: '1140', unit: 'wan', source: { kind: 'assessment', ref: 'a' } },
        { name: 'payPercent', value: '100', unit: 'percent', source: { kind: 'clause', ref: 'pay-gap' } },
      ],
      formulas: [
        { gives: 'shortfallWan', tokens: ['requiredWan', '−', 'actualWan'], value: '360' },
        { gives: 'payWan', tokens: ['shortfallWan', '×', 'payPercent'], value: '360' },
      ],
    });
    expect(all[3]!.because.formulas).toEqual([
      {
        gives: 'clawbackWan',
        tokens: ['supportPaidWan', '×', '(', '1', '−', 'lowestAttainmentPercent', ')'],
        value: '120',
      },
    ]);
    expect(all[0]!.because.formulas).toEqual([
      { gives: 'cureUntil', tokens: ['countedFrom', '+', 'cureDays'], value: '2025-05-30' },
    ]);
  });

  it('1,200 is 80.00 % and no breach: amounts are shown, and only a clause that applies from any shortfall can be enforced', () => {
    const [strict, early] = consequencesOf(
      missedWith('1200'),
      [clause('pay-gap'), clause('pay-gap', { id: 'early', from: 'warning' })],
      '2025-03-01',
    );
    expect([strict!.applies, plain(strict!.amountWan!), strict!.because.rules[1]]).toEqual([
      false,
      '300',
      'threshold.within-tolerance',
    ]);
    expect([early!.applies, plain(early!.amountWan!), early!.because.rules[1]]).toEqual([
      true,
      '300',
      'threshold.warning',
    ]);
  });

  it('a kept promise, or a clause about another indicator, has no consequence', () => {
    expect(consequencesOf(missedWith('1500'), [clause('pay-gap')], '2025-03-01')).toEqual([]);
    expect(consequencesOf(missedWith('1140'), [clause('pay-gap', { indicators: ['output'] })], '2025-03-01')).toEqual(
      [],
    );
  });

  it('without support the claw-back is null, not zero', () => {
    expect(consequencesOf(missedWith('1140', null), [clause('claw-back')], '2025-03-01')[0]!.amountWan).toBeNull();
  });

  it('in the totals a claw-back counts once for a contract and year, and a clause that does not apply not at all', () => {
    const consequences = consequencesOf(missedWith('1140'), [clause('pay-gap'), clause('claw-back')], '2025-03-01');
    const within = consequencesOf(missedWith('1200'), [clause('pay-gap')], '2025-03-01');
    const totals = totalsOf([
      { contractId: 'c', year: 2024, consequences },
      { contractId: 'c', year: 2024, consequences },
      { contractId: 'd', year: 2024, consequences: within },
    ]);
    expect([plain(totals.payWan), plain(totals.clawbackWan)]).toEqual(['720', '120']);
  });
});

describe('whatever the numbers', () => {
  it('a higher actual never costs more, and nothing is below zero', () => {
    const wan = fc.integer({ min: 0, max: 1_499 });
    fc.assert(
      fc.property(wan, wan, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((value) =>
          consequencesOf(missedWith(String(value)), [clause('pay-gap'), clause('claw-back')], '2025-03-01').map(
            ({ amountWan }) => amountWan!,
          ),
        );
        less!.forEach((amount, i) => expect(amount.gte(more![i]!) && more![i]!.gte(0)).toBe(true));
      }),
    );
  });
});

describe('a clause', () => {
  it.each([
    ['cure-period', { cureDays: null }, 'clause.days'],
    ['cure-period', { cureDays: 0 }, 'clause.days'],
    ['cure-period', { cureDays: 3_651 }, 'clause.days'],
    ['pay-gap', { cureDays: 30 }, 'clause.days'],
    ['pay-gap', { percent: null }, 'clause.percent'],
    ['pay-gap', { percent: '0' }, 'clause.percent'],
    ['pay-gap', { percent: '1000.000001' }, 'clause.percent'],
    ['claw-back', { percent: '50' }, 'clause.percent'],
    ['take-back-land', { indicators: [] }, 'clause.indicators'],
    ['take-back-land', { indicators: ['tax', 'tax'] }, 'clause.indicators'],
  ] as const)('%s with %p: %s', (kind, more, code) => {
    expect(() => assertClause(clause(kind, more))).toThrow(code);
  });

  it.each(['cure-period', 'pay-gap', 'claw-back', 'take-back-land'] as const)(
    '%s with the right values is accepted',
    (kind) => expect(assertClause(clause(kind))).toBeUndefined(),
  );
});
