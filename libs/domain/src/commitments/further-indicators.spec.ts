import fc from 'fast-check';
import { Decimal, percentText, plain } from '../quantities/index.js';
import { type FurtherIndicator, furtherIndicators, indicatorRules } from '../standards/index.js';
import { type Assessment, type AssessmentTerms, assessCommitment } from './assess-commitment.js';
import { checkpointsDue } from './checkpoints-due.js';
import { aCommitment, aFurtherActual, aFurtherCommitment, anActual } from './commitment.example.js';
import { type Actual, type CommitmentTerms, type FurtherCommitment, amend, totalPromised } from './commitment.js';
import { contractVerdict } from './contract-verdict.js';
import { questionsAbout } from './figure-questions.js';
import { measuredOf } from './figures.js';
import { portfolioPerMu } from './portfolio-per-mu.js';

const asOf = '2025-03-01';
const assess = (commitment: FurtherCommitment, actuals: readonly Actual[], terms?: AssessmentTerms): Assessment =>
  assessCommitment(commitment, actuals, null, asOf, terms)[0]!;
const judged = (
  indicator: FurtherIndicator,
  promised: string,
  actual: string,
  over: Partial<CommitmentTerms> = {},
  terms?: AssessmentTerms,
) => assess(aFurtherCommitment(indicator, promised, over), [aFurtherActual(indicator, 2024, actual)], terms);

describe('at least', () => {
  it.each<[FurtherIndicator, string, string, string, string]>([
    ['rd-headcount', '50', '50', 'met', '100.00'],
    ['rd-headcount', '50', '40', 'warning', '80.00'],
    ['rd-headcount', '50', '39', 'breach', '78.00'],
    ['jobs', '300', '301', 'met', '100.33'],
    ['rd-spend', '1200', '960', 'warning', '80.00'],
    ['rd-share', '3', '2.4', 'warning', '80.00'],
    ['rd-share', '3', '2.399999', 'breach', '80.00'],
  ])('%s: promised %s, reached %s is %s', (indicator, promised, actual, verdict, percent) => {
    const row = judged(indicator, promised, actual);
    expect([row.verdict, percentText(row.attainmentPercent, 'fine')]).toEqual([verdict, percent]);
  });
});

describe('at most (energy)', () => {
  it.each([
    ['999.999999', 'met', '100.00', '0'],
    ['1000', 'met', '100.00', '0'],
    ['1000.000001', 'warning', '100.00', '0.000001'],
    ['1250', 'warning', '80.00', '250'],
    ['1250.000001', 'breach', '80.00', '250.000001'],
    ['500', 'met', '200.00', '0'],
  ])('1,000 tce promised, %s used is %s', (used, verdict, percent, beyond) => {
    const row = judged('energy', '1000', used);
    expect([row.verdict, percentText(row.attainmentPercent, 'fine'), plain(row.shortfall!)]).toEqual([
      verdict,
      percent,
      beyond,
    ]);
  });

  it('zero is met, and has no attainment', () => {
    const row = judged('energy', '1000', '0', {}, { supportPaidWan: '500' });
    expect([row.verdict, row.attainmentPercent, plain(row.shortfall!), row.clawbackWan]).toEqual([
      'met',
      null,
      '0',
      null,
    ]);
    expect(judged('energy', '0', '0').verdict).toBe('met');
    expect([judged('energy', '0', '1').verdict, plain(judged('energy', '0', '1').attainmentPercent!)]).toEqual([
      'breach',
      '0',
    ]);
  });

  it('has tolerance, claw-back and ramp like any commitment', () => {
    expect(judged('energy', '1000', '1100', { tolerancePercent: '95' }).verdict).toBe('breach');
    expect(plain(judged('energy', '1000', '1250', {}, { supportPaidWan: '500' }).clawbackWan!)).toBe('100');
    expect(plain(judged('energy', '1000', '600', { ramp: [{ year: 2024, percent: '50' }] }).required)).toBe('500');
  });

  it('says why, with its sides swapped', () => {
    const { because } = judged('energy', '1000', '1300', { clause: '第九条' });
    expect(because.rules).toEqual(['period.annual', 'verdict.beyond-tolerance']);
    expect(because.inputs).toEqual(
      expect.arrayContaining([
        { name: 'promised', value: '1000', unit: 'tce', source: { kind: 'contract', ref: '第九条' } },
        { name: 'actual', value: '1300', unit: 'tce', source: { kind: 'statistics', ref: null, verified: false } },
      ]),
    );
    expect(because.inputs.map(({ name }) => name)).not.toContain('standardPerMuWan');
    expect(because.formulas.map(({ gives, tokens }) => `${gives} = ${tokens.join(' ')}`)).toEqual([
      'required = promised',
      'attainmentPercent = required ÷ actual',
      'shortfall = actual − required',
    ]);
  });
});

describe('a share of R&D that nobody reported', () => {
  const share = aFurtherCommitment('rd-share', '3');
  const spend = aFurtherActual('rd-spend', 2024, '290');

  it('is derived from R&D spend and output of the year', () => {
    const row = assess(share, [spend, anActual('output', 2024, 10000, 'tax-office')]);
    expect([row.verdict, plain(row.actual!), row.unit]).toEqual(['warning', '2.9', 'percent']);
    expect(row.because.inputs).toEqual(
      expect.arrayContaining([
        { name: 'rdSpendWan', value: '290', unit: 'wan', source: { kind: 'statistics', ref: null, verified: false } },
        { name: 'outputWan', value: '10000', unit: 'wan', source: { kind: 'tax-office', ref: null, verified: false } },
      ]),
    );
    expect(row.because.formulas).toContainEqual({
      gives: 'actual',
      tokens: ['rdSpendWan', '÷', 'outputWan'],
      value: '2.9',
    });
  });

  it('comes after a reported share', () => {
    expect(
      plain(
        measuredOf([spend, anActual('output', 2024, 10000), aFurtherActual('rd-share', 2024, '3.1')], 'rd-share', 2024)!
          .amount,
      ),
    ).toBe('3.1');
  });

  it.each<[string, Actual[]]>([
    ['without an output', [spend]],
    ['without what was spent', [anActual('output', 2024, 10000)]],
    ['of an output of nought', [spend, anActual('output', 2024, 0)]],
    ['of two different years', [spend, anActual('output', 2023, 10000)]],
  ])('%s is not known', (_, actuals) => {
    expect(assess(share, actuals)).toMatchObject({ verdict: 'no-data', actual: null, attainmentPercent: null });
  });

  it('is compared unrounded: a third is not 33.333334 %', () => {
    const third = [aFurtherActual('rd-spend', 2024, '1'), anActual('output', 2024, 3)];
    const strict = { tolerancePercent: '100' };
    expect([
      assess(aFurtherCommitment('rd-share', '33.333333', strict), third).verdict,
      assess(aFurtherCommitment('rd-share', '33.333334', strict), third).verdict,
    ]).toEqual(['met', 'breach']);
  });
});

describe('beside investment, output and tax', () => {
  const tax = assessCommitment(
    aCommitment('t').promising('tax', 30).onMu(50).value,
    [anActual('tax', 2024, 1500)],
    null,
    asOf,
  );
  const jobs = assessCommitment(aFurtherCommitment('jobs', '100'), [aFurtherActual('jobs', 2024, '60')], null, asOf);

  it('the worst verdict of all decides, and the claw-back uses the lowest attainment of all', () => {
    const { verdict, lowestAttainmentPercent, clawbackWan } = contractVerdict([...tax, ...jobs], 2024, '500')!;
    expect([verdict, plain(lowestAttainmentPercent!), plain(clawbackWan!)]).toEqual(['breach', '60', '200']);
  });

  it('counts in the verdicts of the portfolio and in none of its sums', () => {
    const contract = {
      contractId: 'a',
      areaMu: '50',
      signedOn: '2021-06-01',
      park: null,
      industry: null,
      officer: null,
      promises: [{ commitment: aCommitment('t').promising('tax', 30).onMu(50).value, standard: null }],
      assessments: tax,
    };
    const [without, withJobs] = [contract, { ...contract, furtherAssessments: jobs }].map(
      (one) => portfolioPerMu([one], { groupBy: 'none' })[0],
    );
    expect([without!.verdicts.met, withJobs!.verdicts.breach]).toEqual([1, 1]);
    expect({ ...withJobs, verdicts: null }).toEqual({ ...without, verdicts: null });
  });

  it('a waived year is waived, a year without a figure is not reported', () => {
    expect(judged('jobs', '100', '1', {}, { waivers: [{ indicator: 'jobs', year: 2024 }] }).verdict).toBe('waived');
    expect(judged('jobs', '100', '1', {}, { waivers: [{ indicator: 'rd-headcount', year: 2024 }] }).verdict).toBe(
      'breach',
    );
    expect(assess(aFurtherCommitment('jobs', '100'), []).verdict).toBe('no-data');
  });

  it('is reminded before the year ends, in its own unit', () => {
    expect(checkpointsDue(aFurtherCommitment('energy', '1000'), '2024-12-24')).toMatchObject([
      { step: 'before-7', facts: { indicator: 'energy', required: '1000', unit: 'tce' } },
    ]);
  });

  it('is amended as a total, and land changes nothing', () => {
    const { before, after } = amend(aFurtherCommitment('jobs', '100'), { areaMu: '80' });
    expect([plain(totalPromised(before)), plain(totalPromised(after))]).toEqual(['100', '100']);
    expect(plain(totalPromised(amend(before, { promised: { side: 'quantity', quantity: '90' } }).after))).toBe('90');
  });

  it('a change of scale is a doubt; a decrease is not, since it is not cumulative', () => {
    const past = [aFurtherActual('jobs', 2023, '300')];
    expect(questionsAbout(aFurtherActual('jobs', 2024, '3000'), past)).toMatchObject([
      { code: 'actual.scale', facts: { factor: '10' } },
    ]);
    expect(questionsAbout(aFurtherActual('jobs', 2024, '290'), past)).toEqual([]);
  });
});

describe('whatever the numbers', () => {
  const amount = fc
    .bigInt({ min: 0n, max: 10n ** 12n })
    .map((scaled) => new Decimal(scaled.toString()).div(1_000_000).toFixed());
  const indicator = fc.constantFrom(...furtherIndicators);
  const tolerance = fc.constantFrom('60', '80', '95.5', '100');
  const rank: Record<string, number> = { breach: 0, warning: 1, met: 2 };

  it('a higher actual never worsens “at least” and never improves “at most”', () => {
    fc.assert(
      fc.property(indicator, amount, amount, amount, tolerance, (of, promised, a, b, tolerancePercent) => {
        const [less, more] = new Decimal(a).lte(b) ? [a, b] : [b, a];
        const [worse, better] = indicatorRules[of].bound === 'at-least' ? [less, more] : [more, less];
        expect(rank[judged(of, promised, worse, { tolerancePercent }).verdict]!).toBeLessThanOrEqual(
          rank[judged(of, promised, better, { tolerancePercent }).verdict]!,
        );
      }),
    );
  });

  it('a higher promise is never easier for “at least” and never harder for “at most”', () => {
    fc.assert(
      fc.property(indicator, amount, amount, amount, (of, a, b, actual) => {
        const [less, more] = new Decimal(a).lte(b) ? [a, b] : [b, a];
        const [harder, easier] = indicatorRules[of].bound === 'at-least' ? [more, less] : [less, more];
        expect(rank[judged(of, harder, actual).verdict]!).toBeLessThanOrEqual(
          rank[judged(of, easier, actual).verdict]!,
        );
      }),
    );
  });

  it('met, no shortfall and 100 % are the same; a shortfall is never below zero', () => {
    fc.assert(
      fc.property(
        indicator,
        amount.filter((text) => text !== '0'),
        amount,
        (of, promised, actual) => {
          const row = judged(of, promised, actual);
          expect(row.shortfall!.gte(0)).toBe(true);
          expect([row.shortfall!.isZero(), row.attainmentPercent?.gte(100) ?? true]).toEqual([
            row.verdict === 'met',
            row.verdict === 'met',
          ]);
        },
      ),
    );
  });

  it('scaled by ten thousand, no verdict changes', () => {
    fc.assert(
      fc.property(indicator, amount, amount, (of, promised, actual) => {
        const scaled = (text: string) => plain(new Decimal(text).times(10_000));
        expect(judged(of, scaled(promised), scaled(actual)).verdict).toBe(judged(of, promised, actual).verdict);
      }),
    );
  });

  it('claws back between nothing and all that was paid', () => {
    fc.assert(
      fc.property(indicator, amount, amount, amount, (of, promised, actual, paid) => {
        const back = judged(of, promised, actual, {}, { supportPaidWan: paid }).clawbackWan;
        expect(back === null || (back.gte(0) && back.lte(paid))).toBe(true);
      }),
    );
  });
});
