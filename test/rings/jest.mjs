// `node test/rings/jest.mjs RING PROJECT [pattern or Jest option…]` runs one Jest project over one project of the
// workspace and writes its report beside it. The targets of Nx run this.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../apps/stack/nx.mjs';
import { reportOf } from './reports.mjs';

/**
 * Each ring runs in another time zone, so that a day taken from the host's clock shows: west of UTC with summer time,
 * the users' own, none.
 */
const zones = /** @type {Record<string, string>} */ ({
  rules: 'America/New_York',
  db: 'Asia/Shanghai',
  e2e: 'UTC',
  web: 'Asia/Shanghai',
  faults: 'UTC',
  deep: 'UTC',
});

/** These rings mostly wait for servers, queues and killed workers. */
const waiting = ['e2e', 'faults'];
const workers = (/** @type {string} */ ring) => Math.max(2, availableParallelism()) + (waiting.includes(ring) ? 1 : 0);

const [ring = '', project = '', ...more] = process.argv.slice(2);
const report = reportOf(ring, project);
mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });
const args = [
  join(ROOT, 'node_modules/jest/bin/jest.js'),
  '--selectProjects',
  ring,
  '--ci',
  `--maxWorkers=${workers(ring)}`,
  '--json',
  `--outputFile=${report}`,
  ...more,
];
const child = spawn(process.execPath, args, {
  cwd: ROOT,
  env: { ...process.env, TZ: process.env.TZ || zones[ring] || 'UTC', NODE_ENV: 'test' },
  stdio: ['ignore', 'inherit', 'inherit'],
});
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
/** Jest writes its report last. Then only something left open keeps it: a connection, a timer. */
const ENDS_WITHIN_MS = 60_000;
const look = setInterval(() => {
  if (!existsSync(report)) return;
  clearInterval(look);
  setTimeout(() => {
    process.stderr.write('Jest has reported and does not end: a spec left a connection or a timer open\n');
    child.kill('SIGKILL');
  }, ENDS_WITHIN_MS).unref();
}, 1_000);
child.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.once('close', (code) => process.exit(code ?? 1));
