import { FULL_DOSE } from '../servers/patience.js';
import { dose, type DoseReport } from './dose.js';
import { faultsOf } from './oracle.js';
import { forgetRounds, inRounds } from './rounds.js';

interface Amount {
  readonly rounds: number;
  readonly reminders: number;
  readonly kills: number;
  readonly flushes: number;
  readonly restarts: number;
  readonly seed: number;
}

/** Each round: the small dose is what every test run takes, `npm run deep` takes the full one. */
const doses = {
  small: { rounds: 1, reminders: 200, kills: 4, flushes: 1, restarts: 1, seed: 2_021 },
  medium: { rounds: 3, reminders: 500, kills: 10, flushes: 1, restarts: 1, seed: 2_024 },
  full: { rounds: 20, reminders: 500, kills: 10, flushes: 1, restarts: 1, seed: 2_026 },
} satisfies Record<string, Amount>;
const size = FULL_DOSE ? 'full' : process.env.DOSE === 'medium' ? 'medium' : 'small';
const { rounds, ...wishes }: Amount = doses[size];
/** Jobs a worker may hold when it is killed: its quick lane. */
const HELD = 8;
const all = (each: number): number => each * rounds;

describe('reminders survive', () => {
  it(`${all(wishes.kills)} killed workers, ${all(wishes.flushes)} emptied queues, ${all(wishes.restarts)} killed database: none lost, none twice`, async () => {
    const { done, broken } = await inRounds(`reminders-${size}`, rounds, wishes, dose, (line) =>
      process.stdout.write(`  ${line}\n`),
    );
    const reports = done.map(({ report }) => report);
    // What there is, even if some rounds did not come to their end.
    process.stdout.write(table(reports, broken));
    expect(broken).toEqual([]);
    const happened = (what: string) =>
      reports.flatMap((report) => report.injected).filter((one) => one.what === what).length;
    expect([happened('kill'), happened('flush'), happened('restart')]).toEqual([
      all(wishes.kills),
      all(wishes.flushes),
      all(wishes.restarts),
    ]);
    // A fault that hits an idle system proves nothing.
    const met = reports.flatMap((report) => report.injected).filter((one) => one.waiting > 0);
    expect(met.length).toBeGreaterThanOrEqual(all(wishes.kills) * 0.8);
    for (const report of reports) expect(faultsOf(report.judged)).toEqual({});
    // Mail is sent at most once: what was under way when its sender or its ledger died is listed, and that is not
    // more than they could hold.
    const uncertain = reports.reduce((sum, report) => sum + report.judged.uncertain.length, 0);
    expect(uncertain).toBeLessThanOrEqual(all(wishes.kills) * HELD + all(wishes.restarts) * 2 * HELD);
    forgetRounds(`reminders-${size}`);
  });
});

function table(reports: readonly DoseReport[], broken: readonly string[]): string {
  const injected = reports.flatMap((report) => report.injected);
  const waiting = injected.map((one) => one.waiting).sort((a, b) => a - b);
  const count = (of: (report: DoseReport) => readonly string[]) =>
    reports.reduce((sum, report) => sum + of(report).length, 0);
  const latency = (of: (report: DoseReport) => number) => reports.map(of).sort((a, b) => a - b);
  const rows: [string, string | number][] = [
    ['rounds', `${reports.length} of ${rounds}`],
    ['reminders', reports.length * wishes.reminders],
    [
      'injections that met work',
      `${waiting.filter((n) => n > 0).length} of ${injected.length} (median ${waiting[Math.floor(waiting.length / 2)] ?? 0} waiting)`,
    ],
    ['lost', count(({ judged }) => judged.lost)],
    ['twice', count(({ judged }) => judged.twice)],
    ['never planned', count(({ judged }) => judged.neverPlanned)],
    ['unfinished', count(({ judged }) => judged.unfinished)],
    ['uncertain mails, listed', count(({ judged }) => judged.uncertain)],
    [
      'due → told p50 / p99 / max',
      `${latency(({ latencyMs }) => latencyMs.p50)[Math.floor(reports.length / 2)] ?? 0} (middle round) / ${latency(({ latencyMs }) => latencyMs.p99).at(-1) ?? 0} / ${latency(({ latencyMs }) => latencyMs.max).at(-1) ?? 0} ms`,
    ],
    ['seconds', reports.reduce((sum, report) => sum + report.seconds, 0)],
    ...broken.map((why): [string, string] => ['not ended', why]),
  ];
  return `${rows.map(([name, value]) => `  ${name.padEnd(28)}${value}`).join('\n')}\n`;
}
