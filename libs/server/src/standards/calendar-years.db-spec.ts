import { FixedClock } from '@crm/platform/clock';
import type { Actor } from '../data-access/index.js';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { CalendarYearsService, WorkingDaysService } from './index.js';

describe('the working calendar by years', () => {
  let opened: OpenedDatabase;
  let admin: Actor;
  beforeAll(async () => {
    opened = await openedDatabase();
    admin = await anActor(opened, 'admin');
  });
  afterAll(() => opened?.close());

  const on = (today: string) => new CalendarYearsService(opened.database, new FixedClock(`${today}T02:00:00Z`));
  const years = () => on('2026-11-20');
  const off = (day: string, name = '示例') => ({ day, kind: 'holiday' as const, name });
  const refusal = async (work: () => Promise<unknown>) =>
    Promise.resolve()
      .then(work)
      .then(
        () => 'accepted',
        (thrown: { code: string }) => thrown.code,
      );

  it.each([
    ['2026-11-30', []],
    ['2026-12-01', [2027]],
    ['2027-01-01', [2027]],
    ['2027-12-31', [2027, 2028]],
  ])('on %s %p are missing', async (today, missing) => {
    expect((await on(today).list(admin)).missing).toEqual(missing);
  });

  it('shows a year with its days and source, and one that is not loaded as such', async () => {
    expect(await years().one(admin, 2026)).toMatchObject({ loaded: true, version: 1, source: expect.any(String) });
    expect((await years().one(admin, 2026)).days).toHaveLength(39);
    expect(await years().one(admin, 2031)).toEqual({ year: 2031, loaded: false, source: '', version: 0, days: [] });
  });

  it('tells beforehand which days change and which terms move, and changes nothing', async () => {
    const before = await years().one(admin, 2026);
    const body = { source: '示例', days: [...before.days, off('2026-07-15')] };
    const { days, workingDays, moved } = await years().preview(admin, 2026, body);
    expect(days).toEqual([{ day: '2026-07-15', before: null, after: 'holiday', name: '示例' }]);
    expect(workingDays).toEqual({ before: 248, after: 247 });
    expect(moved.map((one) => one.workingDays)).toEqual([1, 3, 5, 15, 30]);
    expect(moved[0]?.example).toEqual({ received: '2026-07-14', before: '2026-07-15', after: '2026-07-16' });
    expect(await years().one(admin, 2026)).toEqual(before);
  });

  it('is saved as a whole at the version its editor saw; terms follow, deadlines are planned anew', async () => {
    const before = await years().one(admin, 2026);
    const asked = () => opened.fresh.query<{ count: number }>('SELECT count(*)::int AS count FROM job_request');
    const [{ count }] = (await asked()) as [{ count: number }];
    const body = { source: '示例通知', days: [...before.days, off('2026-07-15')] };
    const saved = await years().change(admin, 2026, before.version, body);
    expect(saved).toMatchObject({ version: before.version + 1, source: '示例通知' });
    expect(saved.days).toHaveLength(before.days.length + 1);
    const due = await new WorkingDaysService(opened.database).due(admin, { received: '2026-07-14', workingDays: 1 });
    expect(due.due).toBe('2026-07-16');
    expect((await asked())[0]!.count).toBeGreaterThan(count);
    expect(await refusal(() => years().change(admin, 2026, before.version, body))).toBe('version.stale');
  });

  it('a year is begun once: of two who begin it one is stale', async () => {
    const body = { source: '示例', days: [off('2032-01-01')] };
    const both = await Promise.all([0, 1].map(() => refusal(() => years().change(admin, 2032, 0, body))));
    expect(both.sort()).toEqual(['accepted', 'version.stale']);
  });

  it.each([
    ['calendar.day-of-other-year', [off('2025-12-31')]],
    ['calendar.make-up-on-weekday', [{ day: '2026-07-15', kind: 'make-up' as const, name: '' }]],
    ['calendar.day-twice', [off('2026-07-15'), { day: '2026-07-15', kind: 'make-up' as const, name: '' }]],
  ])('refuses %s, also in the preview', async (code, days) => {
    const body = { source: '示例', days };
    expect(await refusal(() => years().preview(admin, 2026, body))).toBe(code);
    expect(await refusal(() => years().change(admin, 2026, 1, body))).toBe(code);
  });
});
