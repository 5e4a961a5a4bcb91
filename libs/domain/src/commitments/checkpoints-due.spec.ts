import { assessCommitment } from './assess-commitment.js';
import { checkpointsDue, figuresMissing } from './checkpoints-due.js';
import { aCommitment, anActual } from './commitment.example.js';

const reminders = (items: ReturnType<typeof checkpointsDue>) =>
  items.map((item) => `${item.facts['year']} ${item.step} ${item.remindOn}${item.digest ? ' digest' : ''}`);
const tax = aCommitment().promising('tax', 30).onMu(50).inFullProduction({ year: 2026 }).value;
const investment = aCommitment().promising('investment', 300).onMu(50).dueOn('2026-12-20').value;

describe('checkpoints due', () => {
  it.each([
    ['2026-09-30', []],
    ['2026-10-02', ['2026 before-90 2026-10-02']],
    ['2026-12-31', ['2026 before-1 2026-12-30']],
    ['2027-01-01', ['2026 overdue-w1 2027-01-01']],
    ['2027-10-02', ['2026 overdue-w40 2027-10-01 digest', '2027 before-90 2027-10-02']],
  ])('tax owed from 2026, on %s: %j', (today, steps) => {
    expect(reminders(checkpointsDue(tax, today))).toEqual(steps);
  });

  it('name the record, the people and the amount', () => {
    expect(checkpointsDue(tax, '2026-12-24')).toEqual([
      {
        rule: 'commitment.due',
        subject: { type: 'commitment', id: 'commitment-1' },
        dueDay: '2026-12-31',
        step: 'before-7',
        remindOn: '2026-12-24',
        recipients: ['officer', 'primary-secretary'],
        digest: false,
        facts: { contractId: 'contract-1', indicator: 'tax', year: 2026, requiredWan: '1500' },
      },
    ]);
  });

  it('of an investment with its own due day', () => {
    expect(reminders(checkpointsDue(investment, '2026-11-20'))).toEqual(['2026 before-30 2026-11-20']);
  });

  it('are planned ahead when asked', () => {
    expect(reminders(checkpointsDue(tax, '2026-11-20', { until: '2026-12-31' }))).toEqual([
      '2026 before-90 2026-10-02',
      '2026 before-30 2026-12-01',
      '2026 before-7 2026-12-24',
      '2026 before-1 2026-12-30',
    ]);
  });

  it('long past: only the current step of each, in a digest', () => {
    const old = aCommitment().inFullProduction({ year: 2024 }).value;
    expect(reminders(checkpointsDue(old, '2026-11-20'))).toEqual([
      '2024 overdue-w99 2026-11-18 digest',
      '2025 overdue-w47 2026-11-19 digest',
      '2026 before-90 2026-10-02',
    ]);
  });

  it('end for output and tax with the figure, for an investment when it is met', () => {
    const of = (commitment: typeof tax, wan: number) => {
      const assessments = assessCommitment(commitment, [anActual(commitment.indicator, 2026, wan)], null, '2027-02-05');
      return reminders(checkpointsDue(commitment, '2027-02-05', { assessments }));
    };
    expect([of(tax, 1), of(investment, 14999), of(investment, 15000)]).toEqual([
      [],
      ['2026 overdue-w7 2027-02-01 digest'],
      [],
    ]);
  });

  it('are none without a due day', () => {
    expect(checkpointsDue(aCommitment().inFullProduction(null).value, '2026-11-20')).toEqual([]);
  });
});

describe('figures missing', () => {
  const rows = (asOf: string, wan?: number) =>
    assessCommitment(
      aCommitment().inFullProduction({ year: 2025 }).value,
      wan === undefined ? [] : [anActual('tax', 2025, wan)],
      null,
      asOf,
    );

  it.each([
    ['2026-01-30', []],
    ['2026-01-31', ['before-0 2026-01-31']],
    ['2026-02-01', ['overdue-w1 2026-02-01']],
    ['2026-02-08', ['overdue-w2 2026-02-08']],
  ])('on %s: %j', (today, steps) => {
    expect(figuresMissing('contract-1', rows(today), today).map((item) => `${item.step} ${item.remindOn}`)).toEqual(
      steps,
    );
  });

  it('are one reminder for the contract, and none once reported', () => {
    const today = '2026-02-08';
    const both = [
      ...rows(today),
      ...assessCommitment(
        aCommitment('c2').promising('output', 1).inFullProduction({ year: 2025 }).value,
        [],
        null,
        today,
      ),
    ];
    expect(figuresMissing('contract-1', both, today)).toMatchObject([
      {
        rule: 'actuals.missing',
        subject: { type: 'contract', id: 'contract-1' },
        facts: { year: 2025, indicators: 'tax output' },
      },
    ]);
    expect(figuresMissing('contract-1', rows(today, 1), today)).toEqual([]);
  });
});
