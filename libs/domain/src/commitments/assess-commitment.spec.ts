import fc from 'fast-check';
import { Decimal, percentText, plain } from '../quantities/index.js';
import { aStandard } from '../standards/index.js';
import { type AssessmentTerms, assessCommitment, clawback } from './assess-commitment.js';
import { aCommitment, anActual } from './commitment.example.js';
import { type Actual } from './commitment.js';

const tax30 = aStandard('tax').of('30').row;
/** A tax commitment of 30 万元/亩 on 50 亩 from 2024: 1,500 万元 a year. */
const owing1500 = aCommitment().promising('tax', 30).onMu(50).underClause('第八条').value;
const assess = (wan: string | null, asOf = '2025-03-01', terms?: AssessmentTerms) =>
  assessCommitment(owing1500, wan === null ? [] : [anActual('tax', 2024, wan)], tax30, asOf, terms)[0]!;

describe('worked case 4: 1,140 of 1,500 万元 of tax', () => {
  const row = assess('1140', '2025-03-01', { supportPaidWan: '500' });

  it('is 76.00 %, a shortfall of 360 and of 7.2 per mu, and a breach', () => {
    expect([
      plain(row.requiredWan),
      plain(row.actualWan!.div('50')),
      percentText(row.attainmentPercent, 'fine'),
      plain(row.shortfallWan!),
      plain(row.shortfallPerMuWan!),
      row.verdict,
    ]).toEqual(['1500', '22.8', '76.00', '360', '7.2', 'breach']);
  });

  it('claws back 120 of the 500 paid', () => {
    expect(plain(row.clawbackWan!)).toBe('120');
  });

  it.each([
    ['1199.999999', 'breach'],
    ['1200', 'warning'],
    ['1499.999999', 'warning'],
    ['1500', 'met'],
    ['9000', 'met'],
    ['0', 'breach'],
  ])('%s 万元 is %s', (wan, verdict) => {
    expect(assess(wan).verdict).toBe(verdict);
  });

  it('a tolerance of the clause comes before the default', () => {
    const strict = { ...owing1500, tolerancePercent: '95' };
    const lenient: AssessmentTerms = { tolerancePercent: '70' };
    expect(assess('1140', '2025-03-01', lenient).verdict).toBe('warning');
    expect(assessCommitment(strict, [anActual('tax', 2024, 1400)], tax30, '2025-03-01', lenient)[0]!.verdict).toBe(
      'breach',
    );
  });

  it('says why: clause, rules, inputs with their sources, formulas with their values', () => {
    expect(row.because.clause).toBe('第八条');
    expect(row.because.rules).toEqual(['period.annual', 'verdict.below-tolerance']);
    expect(row.because.inputs).toEqual(
      expect.arrayContaining([
        { name: 'promisedPerMuWan', value: '30', unit: 'wan-per-mu', source: { kind: 'contract', ref: '第八条' } },
        { name: 'areaMu', value: '50', unit: 'mu', source: { kind: 'contract', ref: '第八条' } },
        { name: 'actualWan', value: '1140', unit: 'wan', source: { kind: 'statistics', ref: null, verified: false } },
        { name: 'tolerancePercent', value: '80', unit: 'percent', source: { kind: 'setting', ref: null } },
        { name: 'standardPerMuWan', value: '30', unit: 'wan-per-mu', source: { kind: 'standard', ref: 'example' } },
        { name: 'supportPaidWan', value: '500', unit: 'wan', source: { kind: 'support', ref: null } },
      ]),
    );
    expect(row.because.formulas).toEqual([
      { gives: 'requiredWan', tokens: ['promisedPerMuWan', '×', 'areaMu'], value: '1500' },
      {
        gives: 'percentOfStandard',
        tokens: ['promisedWan', '÷', '(', 'standardPerMuWan', '×', 'areaMu', ')'],
        value: '100',
      },
      { gives: 'attainmentPercent', tokens: ['actualWan', '÷', 'requiredWan'], value: '76' },
      { gives: 'shortfallWan', tokens: ['requiredWan', '−', 'actualWan'], value: '360' },
      { gives: 'clawbackWan', tokens: ['supportPaidWan', '×', '(', '1', '−', 'attainmentPercent', ')'], value: '120' },
    ]);
  });
});

describe('the verdict of a year', () => {
  it.each([
    [null, '2024-12-31', 'not-due'],
    [null, '2025-01-31', 'not-due'],
    [null, '2025-02-01', 'no-data'],
    ['1600', '2024-12-31', 'not-due'],
    ['1600', '2025-01-01', 'met'],
    ['100', '2025-01-01', 'breach'],
  ])('figure %p as of %s: %s', (wan, asOf, verdict) => {
    expect(assess(wan, asOf).verdict).toBe(verdict);
  });

  it('not due and not reported have no attainment, no shortfall and no claw-back', () => {
    for (const row of [
      assess(null, '2024-06-01', { supportPaidWan: '500' }),
      assess('900', '2024-06-01', { supportPaidWan: '500' }),
      assess(null, '2025-02-01', { supportPaidWan: '500' }),
    ]) {
      expect([row.attainmentPercent, row.shortfallWan, row.shortfallPerMuWan, row.clawbackWan]).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });

  it('every year that is over is judged, each by its own figure', () => {
    const rows = assessCommitment(
      owing1500,
      [anActual('tax', 2024, 1500), anActual('tax', 2025, 1300)],
      tax30,
      '2026-11-20',
    );
    expect(rows.map((row) => `${row.year} ${row.verdict}`)).toEqual(['2024 met', '2025 warning']);
  });

  it('nothing is assessed without a due day', () => {
    expect(assessCommitment(aCommitment().inFullProduction(null).value, [], tax30, '2026-11-20')).toEqual([]);
  });

  it('a waived year stays waived, whatever its figure, and is never clawed back', () => {
    const terms: AssessmentTerms = { waivers: [{ indicator: 'tax', year: 2024 }], supportPaidWan: '500' };
    expect(
      [assess('100', '2025-03-01', terms), assess(null, '2025-03-01', terms)].map((row) => [
        row.verdict,
        row.clawbackWan,
      ]),
    ).toEqual([
      ['waived', null],
      ['waived', null],
    ]);
    expect(
      assess('100', '2025-03-01', {
        waivers: [
          { indicator: 'output', year: 2024 },
          { indicator: 'tax', year: 2025 },
        ],
      }).verdict,
    ).toBe('breach');
  });
});

describe('a ramp', () => {
  const climbing = aCommitment().promising('tax', 30).onMu(50).climbing({ year: 2023, percent: '60' }).value;

  it('scales what is required, never the promise against the standard', () => {
    const row = assessCommitment(climbing, [anActual('tax', 2023, 900)], tax30, '2024-03-01')[0]!;
    expect([
      plain(row.requiredWan),
      row.verdict,
      percentText(row.percentOfStandard, 'fine'),
      row.because.formulas[0]!.tokens,
    ]).toEqual(['900', 'met', '100.00', ['promisedPerMuWan', '×', 'areaMu', '×', 'requiredPercent']]);
  });
});

describe('an investment', () => {
  const investing = aCommitment().promising('investment', 300).onMu(100).inFullProduction({ year: 2023 });
  const verdictsOf = (actuals: Actual[], asOf = '2026-11-20') =>
    assessCommitment(investing.value, actuals, null, asOf).map(
      (row) => `${row.year} ${row.verdict} ${row.because.rules[0]}`,
    );

  it('is assessed again with each later figure until it is met', () => {
    expect(
      verdictsOf([
        anActual('investment', 2023, 10000),
        anActual('investment', 2024, 25000),
        anActual('investment', 2025, 30000),
      ]),
    ).toEqual([
      '2023 breach period.full-production-year',
      '2024 warning period.until-met',
      '2025 met period.until-met',
    ]);
    expect(verdictsOf([anActual('investment', 2023, 30000), anActual('investment', 2024, 20000)])).toEqual([
      '2023 met period.full-production-year',
    ]);
  });

  it('is not assessed for a year without a figure, nor for one that is not over', () => {
    expect(
      verdictsOf([
        anActual('investment', 2023, 10000),
        anActual('investment', 2025, 20000),
        anActual('investment', 2026, 30000),
      ]),
    ).toEqual(['2023 breach period.full-production-year', '2025 breach period.until-met']);
    expect(verdictsOf([])).toEqual(['2023 no-data period.full-production-year']);
    expect(verdictsOf([], '2024-01-31')).toEqual(['2023 not-due period.full-production-year']);
  });

  it('with its own due day is assessed from the next day', () => {
    const dated = investing.dueOn('2025-06-30').value;
    const on = (asOf: string) =>
      assessCommitment(dated, [anActual('investment', 2025, 30000)], null, asOf).map((row) => row.verdict);
    expect([on('2025-06-30'), on('2025-07-01')]).toEqual([['not-due'], ['met']]);
  });
});

describe('as known then and as known now', () => {
  const corrected: Actual[] = [
    { ...anActual('tax', 2024, 1600), knownFrom: '2025-01-20T00:00:00Z', knownTo: '2025-06-01T00:00:00Z' },
    { ...anActual('tax', 2024, 1100), knownFrom: '2025-06-01T00:00:00Z' },
  ];

  it('“then” is what people decided on; “now” is what holds today', () => {
    const verdict = (knownAt: string | null) =>
      assessCommitment(owing1500, corrected, tax30, '2025-12-31', { knownAt })[0]!.verdict;
    expect([
      verdict('2025-01-01T00:00:00Z'),
      verdict('2025-03-01T00:00:00Z'),
      verdict('2025-06-01T00:00:00Z'),
      verdict(null),
    ]).toEqual(['no-data', 'met', 'breach', 'breach']);
  });

  it('a verified figure comes before a later report', () => {
    const actuals: Actual[] = [
      { ...anActual('tax', 2024, 1500), verified: true, knownFrom: '2025-02-01T00:00:00Z' },
      { ...anActual('tax', 2024, 900, 'firm'), knownFrom: '2025-03-01T00:00:00Z' },
    ];
    expect(assessCommitment(owing1500, actuals, tax30, '2025-12-31')[0]!.verdict).toBe('met');
    expect(assessCommitment(owing1500, actuals.toReversed(), tax30, '2025-12-31')[0]!.verdict).toBe('met');
  });
});

describe('whatever the numbers', () => {
  const wan = fc
    .bigInt({ min: 0n, max: 10n ** 14n })
    .map((scaled) => new Decimal(scaled.toString()).div(1_000_000).toFixed());
  const positive = wan.filter((text) => text !== '0');

  it('actual and shortfall add up to the required amount, and nothing is negative', () => {
    fc.assert(
      fc.property(positive, positive, wan, wan, (perMu, areaMu, actual, paid) => {
        const row = assessCommitment(
          aCommitment().promising('tax', perMu).onMu(areaMu).value,
          [anActual('tax', 2024, actual)],
          tax30,
          '2025-03-01',
          { supportPaidWan: paid },
        )[0]!;
        expect(Decimal.max(row.requiredWan, row.actualWan!).eq(row.actualWan!.plus(row.shortfallWan!))).toBe(true);
        expect(row.clawbackWan!.gte(0) && row.clawbackWan!.lte(paid)).toBe(true);
        expect(row.verdict).toBe(
          row.actualWan!.gte(row.requiredWan)
            ? 'met'
            : row.actualWan!.times(5).gte(row.requiredWan.times(4))
              ? 'warning'
              : 'breach',
        );
      }),
    );
  });

  it('a higher actual never has a worse verdict', () => {
    const rank = { breach: 0, warning: 1, met: 2 } as Record<string, number>;
    fc.assert(
      fc.property(wan, wan, (a, b) => {
        const [less, more] = new Decimal(a).lte(b) ? [a, b] : [b, a];
        expect(rank[assess(less).verdict]!).toBeLessThanOrEqual(rank[assess(more).verdict]!);
      }),
    );
  });

  it('nothing is clawed back beyond the promise, and without both numbers the claw-back is null', () => {
    expect([plain(clawback('500', new Decimal(120))!), clawback(null, new Decimal(50)), clawback('500', null)]).toEqual(
      ['0', null, null],
    );
  });
});
