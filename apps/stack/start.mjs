// `npm start`: from a fresh clone to a running product in one command. Until packages are installed it can only use
// Node's own modules.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, ensureAll } from './builds.mjs';
import { runOnce, supervise } from './children.mjs';
import { lockData } from './data-lock.mjs';
import { accountsSaid, databaseKey, keepSeeded, makePassword, readSeeded } from './demo.mjs';
import { isAdministered, printLink } from './first-visit.mjs';
import { startGuard } from './guard.mjs';
import { ensureInstalled } from './install.mjs';
import { keepLogs, lastLinesOf, logDays } from './logs.mjs';
import { whenLauncherIsGone } from './launcher.mjs';
import { SERVER_FLAGS } from './node-flags.mjs';
import { startPostgres } from './postgres.mjs';
import { makeDatabase } from './postgres-databases.mjs';
import { passing, wait } from './processes.mjs';
import { Stop, say, sayWhyItStopped } from './say.mjs';
import { isMigrated } from './schema.mjs';
import { auditKey, keepSecret, secretIn } from './secrets.mjs';
import { addressesOf, choosePort, dataFolder, demoWish, givenUrls } from './settings.mjs';
import { welcome } from './welcome.mjs';

const began = Date.now();
const entry = {
  migrate: 'apps/api/dist/migrate.js',
  seed: 'apps/api/dist/seed.js',
  api: 'apps/api/dist/main.js',
  worker: 'apps/worker/dist/main.js',
};

/** @type {Awaited<ReturnType<typeof startPostgres>> | undefined} */
let postgres;
/** @type {ReturnType<typeof supervise>[]} API first: it is stopped first */
const children = [];
/** @type {Awaited<ReturnType<typeof lockData>> | undefined} */
let lock;
/** @type {ReturnType<typeof startGuard> | undefined} */
let guard;
/** @type {number | undefined} when the end began */
let ending;

/**
 * Stops everything in order: API, worker, PostgreSQL.
 * @param {number} code
 */
async function end(code) {
  if (ending !== undefined) return;
  ending = Date.now();
  if (children.length || postgres) say('正在停止……', 'stopping …');
  for (const child of passing) child.kill();
  for (const child of children) await child.stop(6_000);
  await postgres?.stop().catch((error) => sayWhyItStopped(error));
  lock?.release();
  guard?.dismiss();
  if (postgres) say('已停止', 'stopped');
  process.exit(code);
}

/** @param {unknown} why */
function fail(why) {
  if (ending === undefined) sayWhyItStopped(why);
  void end(1);
}

function onSignal() {
  // npm repeats a Ctrl-C to a child that the terminal has already signalled: two within a moment are one.
  if (ending === undefined) void end(0);
  else if (Date.now() - ending > 1_000) {
    say('强制停止', 'stopping by force');
    for (const child of children) child.stopNow();
    void Promise.resolve(postgres?.stopNow()).finally(() => {
      lock?.release();
      guard?.dismiss();
      process.exit(130);
    });
  }
}

async function main() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Stop(
      `需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}`,
      `Node.js 20.19 or later is needed, this is ${process.versions.node}`,
    );
  const embedded = !process.env.DATABASE_URL;
  for (const name of embedded ? [] : ['JWT_SECRET', 'AUDIT_KEY'])
    if (!process.env[name])
      throw new Stop(`使用 DATABASE_URL 时必须设置 ${name}`, `${name} is required together with DATABASE_URL`);
  const demo = demoWish(embedded);
  const keptDays = logDays();
  const dataDir = dataFolder();
  lock = await lockData(dataDir);
  const port = await choosePort();
  await ensureInstalled();

  const logs = {
    api: join(dataDir, 'log/api.log'),
    worker: join(dataDir, 'log/worker.log'),
    postgres: join(dataDir, 'log/postgres.log'),
  };
  keepLogs(Object.values(logs), keptDays);
  const watch = (guard = startGuard());
  const build = ensureAll();
  const database = embedded ? startDatabase(dataDir, logs.postgres, watch) : Promise.resolve(givenUrls());
  // Wait for both before stopping anything: a server that comes up after the stop would keep running.
  const done = await Promise.allSettled([database, build]);
  for (const result of done) if (result.status === 'rejected') throw result.reason;
  const urls = await database;
  lock.tell({ postgresPort: embedded ? Number(new URL(urls.runtime).port) : undefined });

  const { address, inside } = addressesOf(port);
  const env = {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV || 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: urls.runtime,
    DATABASE_OWNER_URL: urls.owner,
    DEMO: demo,
    JWT_SECRET: process.env.JWT_SECRET || secretIn(dataDir, 'jwt-secret').value,
    AUDIT_KEY: auditKey(dataDir),
    PUBLIC_URL: address,
    WEB_DIST: webFiles(),
  };
  // Another server may also have another role or a pooler to set up, which the migration does.
  if (!embedded || !(await isMigrated(urls.runtime)))
    await runOnce({ zh: '数据库迁移', en: 'the migration', file: join(ROOT, entry.migrate), env, cwd: ROOT });
  const { seeded, password } = await seedOnce(dataDir, env, demo);

  const common = { env, cwd: ROOT, guard: watch, onGivenUp: fail };
  // Whoever answers requests has no way to the owner of the tables.
  const asRuntime = { ...env, DATABASE_OWNER_URL: '' };
  children.push(
    supervise({
      ...common,
      env: asRuntime,
      name: 'API',
      zh: 'API ',
      file: join(ROOT, entry.api),
      flags: SERVER_FLAGS,
      log: logs.api,
    }),
  );
  await untilReady(`${inside}/health/ready`, logs.api);
  if (ending !== undefined) return;
  // Beside the API it would take half of a small machine while somebody waits for the first page.
  if (existsSync(join(ROOT, entry.worker)))
    children.push(
      supervise({
        ...common,
        name: 'worker',
        zh: '任务进程',
        file: join(ROOT, entry.worker),
        flags: SERVER_FLAGS,
        log: logs.worker,
      }),
    );
  lock.tell({ address });
  const link = (await isAdministered(urls.runtime)) ? undefined : await printLink(asRuntime);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`\n${welcome({ address, dataDir, postgres, seeded, password, seconds, link })}\n`);
  // Alone on its line, so that it can be clicked and copied whole.
  if (link) process.stdout.write(`\n${link}\n\n`);
}

/** Read before the web build ends: it depends on what will be built, not on what exists. */
function webFiles() {
  return existsSync(join(ROOT, 'apps/web/index.html')) ? join(ROOT, 'apps/web/dist') : '';
}

/** @param {string} dataDir @param {string} log @param {import('./guard.mjs').Guard} watch */
async function startDatabase(dataDir, log, watch) {
  let deaths = 0;
  const onDeath = async (/** @type {string} */ why) => {
    deaths += 1;
    if (deaths > 5)
      return fail(
        new Stop(
          `PostgreSQL 多次意外退出（${why}），日志 ${log}`,
          `PostgreSQL ended unexpectedly several times; its log is ${log}`,
        ),
      );
    say(`PostgreSQL 意外退出（${why}），正在重启`, 'PostgreSQL ended unexpectedly, starting it again');
    await wait(500 * deaths);
    if (ending === undefined) await postgres?.restart().catch(fail);
  };
  setInterval(() => (deaths = 0), 10 * 60_000).unref();
  postgres = await startPostgres({ dataDir, guard: watch, durable: true, log, onDeath });
  await makeDatabase(postgres.url('postgres'), 'crm');
  return postgres.urls('crm');
}

/**
 * Seeds each database once; cleared data stays cleared.
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env
 * @param {string} demo
 */
async function seedOnce(dataDir, env, demo) {
  const database = databaseKey(process.env.DATABASE_URL);
  const before = readSeeded(dataDir, database);
  const wishIsMet = before && (!process.env.DEMO || before.demo === demo || before.demo === '1');
  if (demo === '0' || wishIsMet)
    return { seeded: before, password: before ? secretIn(dataDir, 'demo-password', makePassword).value : undefined };
  const password = process.env.DEMO_PASSWORD || secretIn(dataDir, 'demo-password', makePassword).value;
  const output = await runOnce({
    zh: '写入演示数据',
    en: 'the demo seed',
    file: join(ROOT, entry.seed),
    env: { ...env, DEMO: demo, DEMO_PASSWORD: password },
    cwd: ROOT,
  });
  keepSecret(dataDir, 'demo-password', password);
  const said = accountsSaid(output);
  const seeded = {
    database,
    demo,
    accounts: said.accounts,
    cleared: false,
    hasPassword: said.password !== null || said.accounts.length > 0,
  };
  keepSeeded(dataDir, seeded);
  return { seeded, password };
}

/** @param {string} url @param {string} log */
async function untilReady(url, log) {
  let answer = '';
  for (const until = Date.now() + 90_000; ending === undefined; await wait(60)) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
      if (response.ok) return;
      answer = `${response.status} ${(await response.text()).slice(0, 400)}`;
    } catch (error) {
      answer = /** @type {Error} */ (error).message;
    }
    if (Date.now() > until)
      throw new Stop(
        `API 在 90 秒内未就绪（${answer}）。日志 ${log} 末尾：\n${lastLinesOf(log, 15)}`,
        'The API was not ready within 90 s; the end of its log is above',
      );
  }
}

// A closed terminal must not interrupt the stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, onSignal);
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
whenLauncherIsGone(() => void end(0));
main().catch(fail);
