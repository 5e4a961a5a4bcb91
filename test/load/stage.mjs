import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureServer, ROOT } from '../../apps/stack/builds.mjs';
import { startGuard } from '../../apps/stack/guard.mjs';
import { SERVER_FLAGS } from '../../apps/stack/node-flags.mjs';
import { freePort } from '../../apps/stack/ports.mjs';
import { startPostgres } from '../../apps/stack/postgres.mjs';
import { makeDatabase } from '../../apps/stack/postgres-databases.mjs';
import { runNode, started } from './children.mjs';
import { loadDataSet } from './data-set.mjs';
import { openSession } from './session.mjs';

const PASSWORD = 'bench-password';
const dayOf = (/** @type {number} */ instant) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant);

/** @typedef {Awaited<ReturnType<typeof setStage>>} Stage */

/**
 * Starts PostgreSQL with the data set, the product's API and the bare server.
 * @param {number} leads
 */
export async function setStage(leads) {
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-bench-'));
  const guard = startGuard();
  guard.removeLater(dataDir);
  await ensureServer();
  const postgres = await startPostgres({ dataDir, guard, durable: true, log: join(dataDir, 'postgres.log') });
  if (postgres.outside) guard.removeLater(postgres.home);
  await makeDatabase(postgres.url('postgres'), 'bench');
  const urls = postgres.urls('bench');
  const env = {
    ...process.env,
    PROFILE_DIR: dataDir,
    DATABASE_URL: urls.runtime,
    DATABASE_OWNER_URL: urls.owner,
    REDIS_URL: '',
    DATA_DIR: dataDir,
    DEMO: 'accounts',
    DEMO_PASSWORD: PASSWORD,
    JWT_SECRET: randomBytes(32).toString('hex'),
    AUDIT_KEY: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'error',
    WEB_DIST: '',
    NODE_ENV: 'production',
    PARENT_WATCH: '1',
  };
  await runNode(join(ROOT, 'apps/api/dist/migrate.js'), env);
  await runNode(join(ROOT, 'apps/api/dist/seed.js'), env);

  const db = new pg.Client({ connectionString: postgres.url('bench') });
  await db.connect();
  const today = dayOf(Date.now());
  await fill(db, urls.runtime, leads, today);

  /** @param {string} file @param {readonly string[]} flags @param {string} [alive] */
  const serve = async (file, flags, alive) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const child = fork(join(ROOT, file), { env: { ...env, PORT: String(port) }, execArgv: [...flags] });
    guard.watch(Number(child.pid), 'process');
    await started(child, alive && url + alive);
    return { url, pid: Number(child.pid), child };
  };
  const profiling = process.env.BENCH_PROFILE ? ['--import', join(ROOT, 'test/load/profiled.mjs')] : [];
  const api = await serve('apps/api/dist/main.js', [...SERVER_FLAGS, ...profiling], '/health/live');
  const bare = await serve('test/load/bare-server.mjs', []);
  const pidFile = await db.query("SELECT pg_read_file('postmaster.pid', 0, 20) AS text");

  return {
    db,
    dataDir,
    databaseUrl: urls.runtime,
    today,
    yesterday: dayOf(Date.now() - 86_400_000),
    api,
    bare,
    postgresPid: Number(pidFile.rows[0].text.split('\n')[0]),
    session: openSession(api.url, 'manager', PASSWORD),
    /** A person of the accounts, by their name. */
    sessionOf: (/** @type {string} */ username) => openSession(api.url, username, PASSWORD),
    startWorker() {
      const worker = fork(join(ROOT, 'apps/worker/dist/main.js'), { env, execArgv: SERVER_FLAGS });
      guard.watch(Number(worker.pid), 'process');
      return worker;
    },
    async clear() {
      api.child.kill();
      bare.child.kill();
      await db.end().catch(() => undefined);
      await postgres.stop().catch((error) => process.stderr.write(`${error}\n`));
      guard.dismiss();
    },
  };
}

/** @param {pg.Client} db @param {string} url @param {number} leads @param {string} today */
async function fill(db, url, leads, today) {
  const since = (/** @type {number} */ began) => ((Date.now() - began) / 1_000).toFixed(0);
  const loading = Date.now();
  const sizes = await loadDataSet(db, leads);
  console.log(
    `数据 data: ${sizes.firms} 企业 firms, ${sizes.leads} 线索 leads, ${sizes.followUps} 跟进 follow-ups (${since(loading)} s)`,
  );
  const entering = Date.now();
  const contracts = Math.round(leads / 10);
  // This imports the server's packages, which a fresh clone has built only now.
  const { loadContracts } = await import('./contract-data.mjs');
  await loadContracts(url, contracts, today);
  await db.query('VACUUM ANALYZE');
  console.log(`数据 data: ${contracts} 合同 contracts × 5 年 years (${since(entering)} s)`);
}
