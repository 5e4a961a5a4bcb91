import { anActual, questionsAbout, rivalsOf } from './index.js';

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
