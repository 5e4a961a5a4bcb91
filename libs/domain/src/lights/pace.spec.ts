import { judgePace, latestLight, paceDue, type PaceMonth } from './pace.js';
import { type Band, type Light, defaultBands } from './traffic-light.js';

const month = (at: number, planWan: string | null, actualWan: string | null): PaceMonth => ({
  month: at,
  planWan,
  actualWan,
});
const judged = (...months: PaceMonth[]) => judgePace(months, () => defaultBands);
const target = { id: 't', year: 2026, enteredOn: () => '2026-04-10' };

describe('a year of months', () => {
  it('worked case 5: green, yellow, yellow escalates, red escalates', () => {
    const year = judged(
      month(1, '6000', '6000'),
      month(2, '6000', '5999'),
      month(3, '6000', '3000'),
      month(4, '6000', '2999'),
    );
    expect(year.map(({ light, escalates }) => [light, escalates])).toEqual([
      ['green', false],
      ['yellow', false],
      ['yellow', true],
      ['red', true],
    ]);
    expect(year.map(({ behindWan }) => behindWan?.toFixed())).toEqual(['0', '1', '3000', '3001']);
    expect(year[2]?.behindPercent?.toFixed()).toBe('50');
  });

  it('is read in the order of its months', () => {
    expect(judged(month(2, '6000', '5000'), month(1, '6000', '5000')).map(({ escalates }) => escalates)).toEqual([
      false,
      true,
    ]);
  });

  it('a month without figures has no light and does not interrupt; a green month does', () => {
    const silent = judged(month(1, '100', '90'), month(2, '200', null), month(3, '300', '280'));
    expect(silent.map(({ light, escalates }) => [light, escalates])).toEqual([
      ['yellow', false],
      [null, false],
      ['yellow', true],
    ]);
    expect(judged(month(1, '100', '90'), month(2, '200', '200'), month(3, '300', '280')).at(-1)?.escalates).toBe(false);
  });

  it('each month uses the bands of its own time', () => {
    const strict: Band[] = [
      { light: 'green', aboveBehind: null, uptoBehind: '0' },
      { light: 'red', aboveBehind: '0', uptoBehind: null },
    ];
    const year = judgePace([month(1, '100', '99'), month(2, '200', '199')], (at) => (at === 1 ? defaultBands : strict));
    expect(year.map(({ light }) => light)).toEqual<Light[]>(['yellow', 'red']);
  });

  it('a sum that falls is marked, also after a month left out', () => {
    const year = judged(month(1, '100', '80'), month(2, null, null), month(3, '90', '70'), month(4, '120', '79'));
    expect(year.map(({ planFalls, actualFalls }) => [planFalls, actualFalls])).toEqual([
      [false, false],
      [false, false],
      [true, true],
      [false, true],
    ]);
  });

  it('the current light is that of the latest month with a light', () => {
    expect(latestLight(judged(month(1, '1', '1'), month(2, '2', null)))?.month).toBe(1);
    expect(latestLight([])).toBeUndefined();
  });
});

describe('reminders to the manager', () => {
  const red = judged(month(3, '6000', '2999'));

  it('red at once, then weekly', () => {
    const [item] = paceDue(target, red, '2026-04-10', '2026-04-10');
    expect(item).toMatchObject({
      rule: 'pace.behind',
      subject: { type: 'pace-target', id: 't' },
      dueDay: '2026-03-31',
      recipients: ['manager'],
      facts: { month: 3, light: 'red', behindPercent: '50.02', behindWan: '3001' },
    });
    expect(
      paceDue({ ...target, enteredOn: () => '2026-03-20' }, red, '2026-03-20', '2026-03-20').map(({ step, dueDay }) => [
        step,
        dueDay,
      ]),
    ).toEqual([['before-0', '2026-03-20']]);
    expect(paceDue(target, red, '2026-04-10', '2026-04-16').map(({ remindOn }) => remindOn)).toEqual([
      '2026-04-08',
      '2026-04-15',
    ]);
  });

  it('none without an escalation, and none after 92 days', () => {
    expect(paceDue(target, judged(month(3, '6000', '5999')), '2026-04-10', '2026-04-10')).toEqual([]);
    expect(paceDue(target, red, '2026-07-02', '2026-07-02')).toEqual([]);
  });
});
