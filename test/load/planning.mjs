// Planning of reminders at size: node test/load/planning.mjs [--commitments=100000] [leads …]
// Prints for each size the first sweep, a repeated one, the check, one page of the preview, and one changed lead.
// A block of the event loop is longer than its CPU where other processes had the cores meanwhile.
import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { ensureServer, ROOT } from '../../apps/stack/builds.mjs';
import { startGuard } from '../../apps/stack/guard.mjs';
import { SERVER_FLAGS } from '../../apps/stack/node-flags.mjs';
import { startPostgres } from '../../apps/stack/postgres.mjs';
import { makeDatabase } from '../../apps/stack/postgres-databases.mjs';
import { runNode } from './children.mjs';
import { loadPlanningData } from './planning-data.mjs';

const args = process.argv.slice(2);
const option = args.find((arg) => arg.startsWith('--commitments='));
const commitments = Number(option?.split('=')[1] ?? 100_000);
const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now());

const dataDir = mkdtempSync(join(tmpdir(), 'crm-planning-'));
const guard = startGuard();
guard.removeLater(dataDir);
await ensureServer();
const postgres = await startPostgres({ dataDir, guard, durable: true, log: join(dataDir, 'postgres.log') });
if (postgres.outside) guard.removeLater(postgres.home);

/**
 * Measures in a process of its own, and tells of each work when it is done.
 * @param {NodeJS.ProcessEnv} env
 * @param {(measured: any) => void} told
 */
async function child(env, told) {
  const running = spawn(process.execPath, [...SERVER_FLAGS, join(ROOT, 'test/load/planning-child.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  guard.watch(Number(running.pid), 'process');
  const ended = new Promise((resolve) => running.on('exit', resolve));
  for await (const line of createInterface({ input: running.stdout })) told(JSON.parse(line));
  const code = await ended;
  if (code !== 0) throw new Error(`ended with ${code}`);
}

const cells = (/** @type {unknown[]} */ ...values) => console.log(`| ${values.join(' | ')} |`);
cells(
  '线索 leads',
  '承诺 commitments',
  '工作 work',
  '条 lines',
  '秒 s',
  'CPU s',
  '内存 MB',
  '最长阻塞 longest block ms',
  '其中 CPU of it CPU ms',
);
cells(...Array.from({ length: 9 }, () => '---'));
const WORDS = /** @type {Record<string, string>} */ ({
  sweep: '首次全排 first sweep',
  again: '再排 again',
  check: '核对 check',
  preview: '预览一页 a page of the preview',
  one: '改一条线索 one changed lead',
});
for (const leads of sizes.length > 0 ? sizes : [1_000, 100_000, 1_000_000]) {
  const name = `planning${leads}`;
  await makeDatabase(postgres.url('postgres'), name);
  const { owner, runtime } = postgres.urls(name);
  const env = {
    ...process.env,
    DATABASE_URL: runtime,
    DATABASE_OWNER_URL: owner,
    REDIS_URL: '',
    DATA_DIR: dataDir,
    DEMO: 'accounts',
    DEMO_PASSWORD: 'bench-password',
    JWT_SECRET: randomBytes(32).toString('hex'),
    AUDIT_KEY: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'error',
    TODAY: today,
  };
  await runNode(join(ROOT, 'apps/api/dist/migrate.js'), env);
  await runNode(join(ROOT, 'apps/api/dist/seed.js'), env);
  const db = new pg.Client({ connectionString: postgres.url(name) });
  await db.connect();
  await loadPlanningData(db, leads, commitments);
  await db.end();
  await child(env, ({ work, answer, seconds, cpuSeconds, peakMb, longestBlockMs, longestTurnCpuMs }) =>
    cells(
      leads,
      commitments,
      WORDS[work],
      typeof answer === 'number' ? answer : answer.due,
      seconds.toFixed(3),
      cpuSeconds.toFixed(3),
      peakMb.toFixed(0),
      longestBlockMs.toFixed(0),
      longestTurnCpuMs.toFixed(0),
    ),
  );
}
await postgres.stop();
guard.dismiss();
process.exit(0);
