import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../apps/stack/builds.mjs';
import { inPassing } from '../../apps/stack/processes.mjs';

const REPORTS = join(ROOT, 'node_modules', '.cache', 'zhaoshang-crm');
/** A ring that does not end is a failure, not a wait. */
const LIMIT_MS = 45 * 60_000;

/**
 * Each ring in another zone of the host, so that a day taken from the host's clock shows: west of UTC with summer time,
 * the users' own, none.
 */
const zones = /** @type {Record<string, string>} */ ({
  rules: 'America/New_York',
  db: 'Asia/Shanghai',
  e2e: 'UTC',
  web: 'Asia/Shanghai',
  faults: 'UTC',
});

/** Two cores, two at a time; these wait for servers, queues and killed workers more than they reckon. */
const atOnce = /** @type {Record<string, number>} */ ({ e2e: 3, faults: 3 });

/**
 * Runs one Jest project; its progress goes to the terminal as it comes.
 * @param {string} ring
 * @param {string[]} more patterns and options for Jest
 */
export async function jestRing(ring, more) {
  const report = join(REPORTS, `jest-${ring}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const args = [
    join(ROOT, 'node_modules/jest/bin/jest.js'),
    '--selectProjects',
    ring,
    '--ci',
    `--maxWorkers=${atOnce[ring] ?? 2}`,
    '--json',
    `--outputFile=${report}`,
    ...more,
  ];
  const code = await new Promise((resolve) => {
    const child = inPassing(
      spawn(process.execPath, args, {
        cwd: ROOT,
        env: { ...process.env, TZ: process.env.TZ || zones[ring] || 'UTC', NODE_ENV: 'test' },
        stdio: ['ignore', 'inherit', 'inherit'],
      }),
    );
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.once('error', () => resolve('not started'));
    child.once('close', (exit, signal) => {
      clearTimeout(limit);
      resolve(exit ?? signal);
    });
  });
  if (!existsSync(report))
    return { passed: 0, failed: 1, note: `没有测试，或 Jest 未能运行 no tests, or Jest did not run (${code})` };
  const seen = JSON.parse(readFileSync(report, 'utf8'));
  // A suite that did not load has no tests to count; a test that was skipped has proven nothing.
  const skipped = seen.numPendingTests + seen.numTodoTests;
  const notLoaded = seen.numRuntimeErrorTestSuites;
  const narrowed = more.length > 0;
  let failed = seen.numFailedTests + notLoaded + (narrowed ? 0 : skipped);
  const notes = [];
  if (notLoaded) notes.push(`${notLoaded} suites did not run`);
  if (skipped && !narrowed) notes.push(`${skipped} skipped`);
  if (seen.numTotalTests === 0 && failed === 0) {
    failed = 1;
    notes.push('没有测试 no tests found');
  } else if (code !== 0 && failed === 0) {
    failed = 1;
    notes.push(`Jest ended with ${code}`);
  }
  return { passed: seen.numPassedTests, failed, note: notes.join(', ') };
}
