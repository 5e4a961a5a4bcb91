import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ROOT, ensureAll, ensureServer } from '../../apps/stack/builds.mjs';
import { startGuard } from '../../apps/stack/guard.mjs';
import { freePort } from '../../apps/stack/ports.mjs';
import { startPostgres } from '../../apps/stack/postgres.mjs';
import { makeDatabase, withClient } from '../../apps/stack/postgres-databases.mjs';
import { wait } from '../../apps/stack/processes.mjs';
import { Stop } from '../../apps/stack/say.mjs';

// The servers of all rings above the rules: one PostgreSQL (real, without fsync), one Redis, one migrated template
// database. Started once per run of Jest, and shared by its specs through the environment.

export const TEMPLATE = 'crm_template';
/** Each product under test has a Redis database of its own, so that queues of the same name do not meet. */
const REDIS_DATABASES = 512;

/**
 * The head that adopts what the migrations told names its database, and every copy would be found to have that of
 * another. So the trail of a copy is empty.
 */
const EMPTY_TRAIL = `
  SET session_replication_role = replica;
  TRUNCATE audit_entry, audit_link, audit_head RESTART IDENTITY;
  UPDATE audit_chain SET length = 0, hash = sha256(convert_to('chain ' || chain, 'UTF8'))`;

/** Jest's globalSetup. @param {unknown} [_globalConfig] @param {{ displayName?: { name?: string } }} [projectConfig] */
export default async function startServers(_globalConfig, projectConfig) {
  if (process.env.TEST_DATABASE_URL && process.env.TEST_REDIS_URL) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-test-'));
  chmodSync(dataDir, 0o711);
  const guard = startGuard();
  guard.removeLater(dataDir);
  const ring = projectConfig?.displayName?.name;
  const [postgres, redis, browser] = await Promise.all([
    startPostgres({ dataDir, guard, durable: false, log: join(dataDir, 'postgres.log') }),
    startRedis(dataDir, guard),
    // Imported only where there is a browser to start: the rings below run without one.
    ring === 'web' ? import('./chromium.mjs').then(({ startChromium }) => startChromium(guard)) : undefined,
    buildWhatIsNeeded(ring),
  ]);
  if (postgres.outside) guard.removeLater(postgres.home);
  await makeDatabase(postgres.url('postgres'), TEMPLATE);
  process.env.TEST_AUDIT_KEY = randomBytes(32).toString('hex');
  migrate(postgres.urls(TEMPLATE), dataDir);
  await withClient(postgres.url(TEMPLATE), (client) => client.query(EMPTY_TRAIL));
  process.env.TEST_DATABASE_URL = postgres.url('postgres');
  const { owner, runtime } = postgres.urls('postgres');
  process.env.TEST_OWNER_DATABASE_URL = owner;
  process.env.TEST_RUNTIME_DATABASE_URL = runtime;
  process.env.TEST_REDIS_URL = redis;
  process.env.TEST_DATA_DIR = dataDir;
  if (browser) process.env.TEST_BROWSER = browser.wsEndpoint();
  // stop.mjs ends them; after a kill the guard does.
  globalThis.__testServers = { guard, browser, dataDir, postgres, home: postgres.outside ? postgres.home : undefined };
}

/**
 * A task of Nx has built what it needs; Jest by itself has not.
 * @param {string | undefined} ring
 */
async function buildWhatIsNeeded(ring) {
  if (!process.env.NX_TASK_TARGET_PROJECT)
    await (['web', 'faults', 'deep'].includes(ring ?? '') ? ensureAll() : ensureServer());
  process.env.CRM_IS_BUILT = '1';
}

/** @param {import('../../apps/stack/postgres-databases.mjs').DatabaseUrls} urls @param {string} dataDir */
function migrate({ owner, runtime }, dataDir) {
  const entry = join(ROOT, 'apps/api/dist/migrate.js');
  if (!existsSync(entry))
    throw new Stop(
      '缺少 apps/api/dist/migrate.js：apps/api/src/migrate.ts 不存在或未构建',
      'apps/api/dist/migrate.js is missing: apps/api/src/migrate.ts is not there or was not built',
    );
  const done = spawnSync(process.execPath, [entry], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      DATABASE_URL: runtime,
      DATABASE_OWNER_URL: owner,
      AUDIT_KEY: process.env.TEST_AUDIT_KEY,
      DATA_DIR: dataDir,
      REDIS_URL: '',
      NODE_ENV: 'test',
    },
  });
  if (done.status !== 0)
    throw new Stop(
      `测试数据库迁移失败：\n${done.stdout}${done.stderr}`,
      'migrating the template database failed (see above)',
    );
}

/** @param {string} dataDir @param {import('../../apps/stack/guard.mjs').Guard} guard */
async function startRedis(dataDir, guard) {
  const port = await freePort();
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    dataDir,
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
    '--databases',
    String(REDIS_DATABASES),
    '--logfile',
    join(dataDir, 'redis.log'),
  ];
  const child = spawn('redis-server', options, { detached: true, stdio: 'ignore' });
  const failed = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`it ended (${code ?? signal})`)));
  });
  failed.catch(() => undefined);
  child.unref();
  if (child.pid) guard.watch(child.pid, 'process');
  const ready = (async () => {
    for (const end = Date.now() + 5 * 60_000; Date.now() < end; await wait(25)) if (await answers(port)) return;
    throw new Error('redis-server did not answer within 5 minutes');
  })();
  try {
    await Promise.race([ready, failed]);
  } catch (error) {
    throw new Stop(
      `redis-server 无法启动（${error instanceof Error ? error.message : error}）：请安装 redis-server，例如 apt-get install redis-server`,
      'redis-server does not start: install it, for example apt-get install redis-server',
    );
  }
  return `redis://127.0.0.1:${port}`;
}

/** @param {number} port @returns {Promise<boolean>} */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (reply) => {
      socket.destroy();
      resolve(String(reply).startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });
}
