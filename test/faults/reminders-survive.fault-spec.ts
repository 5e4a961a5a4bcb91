import { dose, type DoseReport } from './dose.js';
import { FULL_DOSE } from '../servers/patience.js';
import { faultsOf } from './oracle.js';

/** The small dose is what every test run takes; `npm run deep` takes the full one. */
const doses = {
  small: { reminders: 200, kills: 4, flushes: 1, restarts: 1, seed: 2_021 },
  full: { reminders: 10_000, kills: 200, flushes: 20, restarts: 20, seed: 2_026 },
};
const wishes = doses[FULL_DOSE ? 'full' : 'small'];
/** Jobs a worker may hold when it is killed: its quick lane. */
const HELD = 8;

describe('reminders survive', () => {
  it(`${wishes.kills} killed workers, ${wishes.flushes} emptied queues, ${wishes.restarts} killed database: none lost, none twice`, async () => {
    const report = await dose(wishes);
    process.stdout.write(table(report));
    const happened = (what: string) => report.injected.filter((one) => one.what === what).length;
    expect([happened('kill'), happened('flush'), happened('restart')]).toEqual([
      wishes.kills,
      wishes.flushes,
      wishes.restarts,
    ]);
    // A fault that hits an idle system proves nothing.
    expect(report.injected.filter((one) => one.waiting > 0).length).toBeGreaterThanOrEqual(wishes.kills * 0.8);
    expect(faultsOf(report.judged)).toEqual({});
    // Mail is sent at most once: what was under way when its sender or its ledger died is listed, and that is not
    // more than they could hold.
    expect(report.judged.uncertain.length).toBeLessThanOrEqual(wishes.kills * HELD + wishes.restarts * 2 * HELD);
  });
});

function table({ judged, injected, latencyMs, seconds }: DoseReport): string {
  const waiting = injected.map((one) => one.waiting).sort((a, b) => a - b);
  const rows: [string, string | number][] = [
    ['reminders', wishes.reminders],
    [
      'injections that met work',
      `${waiting.filter((n) => n > 0).length} of ${injected.length} (median ${waiting[Math.floor(waiting.length / 2)]} waiting)`,
    ],
    ['lost', judged.lost.length],
    ['twice', judged.twice.length],
    ['never planned', judged.neverPlanned.length],
    ['unfinished', judged.unfinished.length],
    ['uncertain mails, listed', judged.uncertain.length],
    ['due → told p50 / p99 / max', `${latencyMs.p50} / ${latencyMs.p99} / ${latencyMs.max} ms`],
    ['seconds', seconds],
  ];
  return `${rows.map(([name, value]) => `  ${name.padEnd(28)}${value}`).join('\n')}\n`;
}
