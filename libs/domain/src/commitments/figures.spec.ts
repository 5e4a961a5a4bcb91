import { assessCommitment } from './assess-commitment.js';
import { anActual } from './commitment.example.js';
import { type Commitment } from './commitment.js';
import { questionsAbout, unconfirmed } from './figure-questions.js';
import { figureOf, rivalsOf } from './figures.js';
import { sourcesOf } from './source-ranks.js';

describe('doubts about a figure', () => {
  it.each([
    ['a cumulative figure that falls', 'investment', '6393', '5954', ['actual.falls']],
    ['a yearly figure may fall', 'tax', '552', '514', []],
    ['one that grows as figures do', 'output', '12418', '31717', []],
    ['ten times its past', 'tax', '100', '1000', ['actual.scale 10']],
    ['just under ten times', 'tax', '100', '999.999999', []],
    ['a tenth of its past', 'tax', '1000', '100', ['actual.scale 10']],
    ['元 typed for 万元', 'output', '5000', '51000000', ['actual.scale 10000']],
    ['元 typed for 亿元', 'output', '5', '510000000', ['actual.scale 100000000']],
    ['万元 typed after 元', 'investment', '50000000', '5100', ['actual.falls', 'actual.scale 10000']],
    ['nought, which has no scale', 'tax', '1000', '0', []],
    ['anything after nought', 'tax', '0', '1000', []],
  ] as const)('%s', (_, indicator, before, now, questions) => {
    const asked = questionsAbout({ indicator, year: 2025, wan: now }, [anActual(indicator, 2024, before)]);
    expect(
      asked.map((question) =>
        question.code === 'actual.scale' ? `${question.code} ${question.facts.factor}` : question.code,
      ),
    ).toEqual(questions);
  });

  it('compares with the nearest earlier year still known, in any order', () => {
    const past = [
      anActual('tax', 2022, 10),
      anActual('tax', 2023, 1000),
      { ...anActual('tax', 2024, 1), knownTo: '2025-06-01T00:00:00Z' },
      anActual('output', 2024, 1),
      anActual('tax', 2026, 1),
    ];
    expect(questionsAbout({ indicator: 'tax', year: 2025, wan: '1100' }, past)).toEqual([]);
    expect(questionsAbout({ indicator: 'tax', year: 2025, wan: '1100' }, past.slice(0, 1))).toEqual([
      { code: 'actual.scale', facts: { year: 2022, before: '10', now: '1100', factor: '10' } },
    ]);
  });
});

describe('sources that disagree', () => {
  const [firm, statistics, tax] = [
    { ...anActual('tax', 2024, '900', 'firm'), ref: 'f' },
    { ...anActual('tax', 2024, '1500'), verified: true, ref: 's' },
    { ...anActual('tax', 2024, '1500.000', 'tax-office'), ref: 't' },
  ];

  it('are listed with the difference, but not the source itself or an equal amount', () => {
    expect(
      rivalsOf(firm, [firm, statistics, tax]).map(({ ref, difference, verified }) => [ref, difference, verified]),
    ).toEqual([
      ['s', '600', true],
      ['t', '600', false],
    ]);
    expect(rivalsOf(statistics, [firm, statistics, tax]).map(({ ref, difference }) => [ref, difference])).toEqual([
      ['f', '-600'],
    ]);
  });

  it('belong to one indicator and year, and are known now', () => {
    const others = [
      { ...firm, year: 2023 },
      { ...firm, indicator: 'output' as const },
      { ...firm, knownTo: '2025-03-01T00:00:00Z' },
    ];
    expect(rivalsOf(statistics, others)).toEqual([]);
  });
});

describe('a figure held against what the contract owes', () => {
  it.each([
    ['650 亿 of tax for 1,500 万元', '6500000', { promised: '1500', standard: '1500' }, 'actual.beside-promise 1000'],
    ['元 typed for 万元', '15000000', { promised: '1500' }, 'actual.beside-promise 10000'],
    ['元 typed for 万元, a third reached', '5000000', { promised: '1500' }, 'actual.beside-promise 1000'],
    ['元 typed for 亿元', '120000000000', { promised: '1500' }, 'actual.beside-promise 100000000'],
    ['亿元 typed for 万元', '0.15', { promised: '1500' }, 'actual.beside-promise 10000'],
    ['a hundred times the promise', '150000', { promised: '1500' }, ''],
    ['no promise, and the standard', '6500000', { promised: null, standard: '1500' }, 'actual.beside-standard 1000'],
    ['nothing to compare with', '6500000', {}, ''],
    ['nought', '0', { promised: '1500' }, ''],
    ['a refund as large as it could be', '-1500', { promised: '1500' }, ''],
  ] as const)('%s', (_, wan, owed, asked) => {
    const questions = questionsAbout({ indicator: 'tax', year: 2025, wan }, [], owed);
    expect(questions.map(({ code, facts }) => ('factor' in facts ? `${code} ${facts.factor}` : code)).join(' ')).toBe(
      asked,
    );
  });

  it('is asked until each doubt is confirmed', () => {
    const asked = questionsAbout(
      { indicator: 'investment', year: 2025, wan: '1' },
      [anActual('investment', 2024, '20000')],
      { promised: '20000' },
    );
    expect(asked.map(({ code }) => code)).toEqual(['actual.falls', 'actual.scale', 'actual.beside-promise']);
    expect(unconfirmed(asked, ['actual.falls', 'actual.beside-promise']).map(({ code }) => code)).toEqual([
      'actual.scale',
    ]);
  });
});

describe('whose figure speaks', () => {
  it('of tax the tax office, of everything else the statistics office, before the firm', () => {
    expect(sourcesOf('tax')).toEqual(['tax-office', 'statistics', 'firm', 'other']);
    expect(sourcesOf('output')).toEqual(['statistics', 'tax-office', 'firm', 'other']);
  });

  it('a verified figure of a lower rank never replaces a higher one', () => {
    const firm = { ...anActual('tax', 2024, '1500', 'firm'), verified: true, knownFrom: '2026-02-01T00:00:00Z' };
    const office = { ...anActual('tax', 2024, '900', 'tax-office'), knownFrom: '2025-02-01T00:00:00Z' };
    expect(figureOf([firm, office], 'tax', 2024)).toBe(office);
    expect(figureOf([office, firm], 'tax', 2024)).toBe(office);
  });

  it('a manager may choose one, and the verdict says why, and who disagrees', () => {
    const firm = { ...anActual('tax', 2024, '1500', 'firm'), chosenBecause: '税务数据漏报一个季度' };
    const office = anActual('tax', 2024, '900', 'tax-office');
    expect(figureOf([firm, office], 'tax', 2024)).toBe(firm);
    const promise: Commitment = {
      id: 'k',
      contractId: 'c',
      areaMu: '50',
      signedOn: '2021-06-01',
      fullProduction: { year: 2024 },
      indicator: 'tax',
      promised: { side: 'total', totalWan: '1500' },
    };
    const [year] = assessCommitment(promise, [firm, office], null, '2025-06-01');
    expect(year!.verdict).toBe('met');
    expect(year!.because.inputs).toContainEqual(
      expect.objectContaining({
        name: 'actualWan',
        source: { kind: 'firm', ref: null, verified: false, rivals: 1, chosenBecause: '税务数据漏报一个季度' },
      }),
    );
  });
});
