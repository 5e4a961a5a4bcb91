import { expiringDue, expiryPlan } from './expiry.js';

const term = { contractId: 'c', what: 'contract', subjectId: 'c', endsOn: '2026-12-31' } as const;
const told = (today: string, until = today) =>
  expiringDue(term, today, until).map(({ step, remindOn }) => [step, remindOn]);

describe('terms that expire', () => {
  it.each([
    ['91 days before', '2026-10-01', []],
    ['90 days before', '2026-10-02', [['before-90', '2026-10-02']]],
    ['between the steps: the one that applies', '2026-11-20', [['before-90', '2026-10-02']]],
    ['30 days before', '2026-12-01', [['before-30', '2026-12-01']]],
    ['7 days before', '2026-12-24', [['before-7', '2026-12-24']]],
    ['on its last day', '2026-12-31', [['before-7', '2026-12-24']]],
    ['the day after', '2027-01-01', []],
    ['years after', '2030-01-01', []],
  ])('%s', (_case, today, steps) => expect(told(today)).toEqual(steps));

  it('ahead: every later step, each once', () =>
    expect(told('2026-10-01', '2026-12-31')).toEqual([
      ['before-90', '2026-10-02'],
      ['before-30', '2026-12-01'],
      ['before-7', '2026-12-24'],
    ]));
  it('is reminded afterwards if an administrator sets it', () =>
    expect(
      expiringDue(term, '2027-01-02', '2027-01-02', { ...expiryPlan, overdueEveryDays: 7 }).map(({ step }) => step),
    ).toEqual(['overdue-w1']));
  it('names the rule and the record', () =>
    expect(expiringDue({ ...term, what: 'support', subjectId: 's' }, '2026-12-24')[0]).toMatchObject({
      rule: 'support.expiring',
      subject: { type: 'support-clause', id: 's' },
      facts: { contractId: 'c', endsOn: '2026-12-31' },
    }));
});
