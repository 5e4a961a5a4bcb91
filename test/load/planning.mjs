// Planning of reminders at size: node test/load/planning.mjs [--commitments=100000] [leads …]
// Prints for each size the first sweep, a repeated one, the check, one page of the preview, and one changed lead.
import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureServer, ROOT } from '../../apps/stack/builds.mjs';
import { startGuard } from '../../apps/stack/guard.mjs';
import { NODE_FLAGS } from '../../apps/stack/node-flags.mjs';
import { makeDatabase, startPostgres } from '../../apps/stack/postgres.mjs';
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

/** @param {NodeJS.ProcessEnv} env */
function child(env) {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [...NODE_FLAGS, join(ROOT, 'test/load/planning-child.mjs')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    guard.watch(Number(running.pid), 'process');
    let said = '';
    running.stdout.on('data', (part) => (said += part));
    running.on('exit', (code) => (code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`ended with ${code}`))));
  });
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
);
cells(...Array.from({ length: 8 }, () => '---'));
const WORDS = {
  sweep: '首次全排 first sweep',
  again: '再排 again',
  check: '核对 check',
  preview: '预览一页 a page of the preview',
  one: '改一条线索 one changed lead',
};
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
  const measured = await child(env);
  for (const [work, words] of Object.entries(WORDS)) {
    const { answer, seconds, cpuSeconds, peakMb, longestBlockMs } = measured[work];
    const lines = typeof answer === 'number' ? answer : (answer.due ?? answer.lines.length);
    cells(
      leads,
      commitments,
      words,
      lines,
      seconds.toFixed(3),
      cpuSeconds.toFixed(3),
      peakMb.toFixed(0),
      longestBlockMs.toFixed(0),
    );
  }
}
await postgres.stop();
guard.dismiss();
process.exit(0);
