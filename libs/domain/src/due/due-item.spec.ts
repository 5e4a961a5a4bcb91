import fc from 'fast-check';
import { addDays } from '../days/index.js';
import { defaultStepPlan, reminderSteps } from './due-item.js';

const due = '2026-12-31';
const named = (today: string, until?: string) =>
  reminderSteps(due, today, until).map(({ step, remindOn }) => `${step} ${remindOn}`);

describe('the reminder steps of today', () => {
  it.each([
    ['2026-10-01', []],
    ['2026-10-02', ['before-90 2026-10-02']],
    ['2026-11-20', ['before-90 2026-10-02']],
    ['2026-12-01', ['before-30 2026-12-01']],
    ['2026-12-24', ['before-7 2026-12-24']],
    ['2026-12-30', ['before-1 2026-12-30']],
    ['2026-12-31', ['before-1 2026-12-30']],
    ['2027-01-01', ['overdue-w1 2027-01-01']],
    ['2027-01-07', ['overdue-w1 2027-01-01']],
    ['2027-01-08', ['overdue-w2 2027-01-08']],
    ['2028-01-01', ['overdue-w53 2027-12-31']],
  ])('on %s: %j', (today, steps) => {
    expect(named(today)).toEqual(steps);
  });

  it('plan later steps ahead', () => {
    expect(named('2026-12-24', '2027-01-10')).toEqual([
      'before-7 2026-12-24',
      'before-1 2026-12-30',
      'overdue-w1 2027-01-01',
      'overdue-w2 2027-01-08',
    ]);
  });

  it('for a deadline long past only the current one, in a digest', () => {
    expect(reminderSteps('2021-07-29', '2026-11-20')).toEqual([
      { step: 'overdue-w278', remindOn: '2026-11-20', digest: true },
    ]);
  });

  it('end with the deadline when it was settled', () => {
    expect(reminderSteps(due, '2027-01-08', '2027-02-01', defaultStepPlan, false)).toEqual([]);
    expect(reminderSteps(due, '2026-12-24', '2027-02-01', defaultStepPlan, false).map(({ step }) => step)).toEqual([
      'before-7',
      'before-1',
    ]);
  });

  it('are each returned at least once if asked every day, and never before their day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (startBefore) => {
        const told = new Set<string>();
        for (let today = addDays(due, -90 - startBefore); today <= addDays(due, 30); today = addDays(today, 1)) {
          for (const step of reminderSteps(due, today)) {
            expect(step.remindOn <= today).toBe(true);
            told.add(step.step);
          }
        }
        expect([...told]).toEqual([
          'before-90',
          'before-30',
          'before-7',
          'before-1',
          'overdue-w1',
          'overdue-w2',
          'overdue-w3',
          'overdue-w4',
          'overdue-w5',
        ]);
      }),
    );
  });
});
