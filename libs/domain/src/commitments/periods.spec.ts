import { addYears } from '../days/index.js';
import { aCommitment } from './commitment.example.js';
import { figuresLateFrom, firstYearOwed, investmentDue, periodsOwed, yearIsOver } from './periods.js';

const owed = (commitment: Parameters<typeof periodsOwed>[0], through: number) =>
  periodsOwed(commitment, through).map((p) => `${p.year} ${p.requiredPercent}% ${p.rule} ${p.dueOn}`);

describe('worked case 3: full production two years after signing on 2025-10-20', () => {
  it('is on 2027-10-20, and 2028 is the first year owed in full', () => {
    const day = addYears('2025-10-20', 2);
    expect([day, firstYearOwed({ day })]).toEqual(['2027-10-20', 2028]);
  });

  it.each([
    [{ day: '2028-01-01' }, 2028],
    [{ year: 2025 }, 2025],
  ])('%j owes from %i', (fullProduction, year) => {
    expect(firstYearOwed(fullProduction)).toBe(year);
  });
});

describe('periods owed', () => {
  it('output and tax: every year from the full-production year, none before', () => {
    expect(owed(aCommitment().inFullProduction({ year: 2024 }).value, 2026)).toEqual([
      '2024 100% annual 2024-12-31',
      '2025 100% annual 2025-12-31',
      '2026 100% annual 2026-12-31',
    ]);
    expect(owed(aCommitment().inFullProduction({ year: 2024 }).value, 2023)).toEqual([]);
  });

  it('investment: once, by the end of the full-production year or by its own date', () => {
    const investment = aCommitment().promising('investment', 350).inFullProduction({ year: 2025 });
    expect(owed(investment.value, 2030)).toEqual(['2025 100% full-production-year 2025-12-31']);
    expect(owed(investment.dueOn('2024-06-30').value, 2030)).toEqual(['2024 100% investment-date 2024-06-30']);
  });

  it('a ramp adds years before, and scales them alone', () => {
    const climbing = aCommitment()
      .inFullProduction({ year: 2024 })
      .climbing({ year: 2022, percent: '30' }, { year: 2023, percent: '60' });
    expect(owed(climbing.value, 2025)).toEqual([
      '2022 30% ramp 2022-12-31',
      '2023 60% ramp 2023-12-31',
      '2024 100% annual 2024-12-31',
      '2025 100% annual 2025-12-31',
    ]);
  });

  it('a ramp may reach into the years owed in full, and an investment may climb too', () => {
    expect(owed(aCommitment().climbing({ year: 2024, percent: '90' }).value, 2025)).toEqual([
      '2024 90% ramp 2024-12-31',
      '2025 100% annual 2025-12-31',
    ]);
    expect(owed(aCommitment().promising('investment', 1).climbing({ year: 2022, percent: '50' }).value, 2030)).toEqual([
      '2022 50% ramp 2022-12-31',
      '2024 100% full-production-year 2024-12-31',
    ]);
  });

  it('end when the contract ends the obligation', () => {
    expect(owed(aCommitment().until(2025).value, 2030)).toHaveLength(2);
  });

  it('are none without a due day', () => {
    expect([
      owed(aCommitment().inFullProduction(null).value, 2030),
      investmentDue(aCommitment().inFullProduction(null).value),
    ]).toEqual([[], null]);
  });

  it.each([
    [
      'ramp.year-twice',
      [
        { year: 2022, percent: '30' },
        { year: 2022, percent: '40' },
      ],
    ],
    ['ramp.percent', [{ year: 2022, percent: '0' }]],
    ['ramp.percent', [{ year: 2022, percent: '100.01' }]],
  ])('refuse a ramp with %s', (code, ramp) => {
    expect(() => periodsOwed(aCommitment().climbing(...ramp).value, 2025)).toThrow(code);
  });
});

describe('the edges of a year', () => {
  it('it is over on its next 1 January; its figures are late from 1 February', () => {
    expect([yearIsOver(2025, '2025-12-31'), yearIsOver(2025, '2026-01-01'), figuresLateFrom(2025)]).toEqual([
      false,
      true,
      '2026-02-01',
    ]);
  });

  it('each day is owed once, under the contract or under its renewal', () => {
    const contract = { ...aCommitment().value, fullProduction: { year: 2022 } };
    const days = (inForce?: { from: string | null; until: string | null }) =>
      periodsOwed({ ...contract, ...(inForce ? { inForce } : {}) }, 2026).map(({ dueOn }) => dueOn);
    for (const turn of ['2022-12-31', '2024-06-19', '2024-12-31', '2025-01-01', '2030-01-01'])
      expect([...days({ from: null, until: turn }), ...days({ from: turn, until: null })]).toEqual(days());
  });
});
