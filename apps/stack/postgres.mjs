import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { binariesFor } from './postgres-binaries.mjs';
import { homeFor, openPlace } from './postgres-home.mjs';
import { readPidFile, repairLeftOver } from './postgres-left-over.mjs';
import { makeRoles, urlsOf } from './postgres-databases.mjs';
import { asOwner } from './postgres-owner.mjs';
import { freePort } from './ports.mjs';
import { POSTGRES_STEPS, stopProcess, wait } from './processes.mjs';
import { Stop, say } from './say.mjs';
import { secretIn } from './secrets.mjs';

// The embedded PostgreSQL is the real server from the npm package. It listens on 127.0.0.1 only, without a unix socket,
// and with generated passwords. The product has two roles in it, as in production (postgres-databases.mjs).

const SUPERUSER = 'postgres';

const always = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'logging_collector=off',
  'log_checkpoints=off',
];
const durableSettings = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', 'max_connections=120'];
/** For tests: a power cut may lose the cluster; nothing else differs. */
const throwAwaySettings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=200',
];

/**
 * @typedef {{
 *   dataDir: string,
 *   guard: import('./guard.mjs').Guard,
 *   durable: boolean,
 *   log: string,
 *   onDeath?: (why: string) => void,
 * }} Wishes
 */

/** @param {Wishes} wishes */
export async function startPostgres({ dataDir, guard, durable, log, onDeath }) {
  const { home, owner, outside, remember } = homeFor(dataDir);
  const bin = binariesFor(owner, openPlace);
  const cluster = join(home, 'cluster');
  const password = secretIn(dataDir, 'postgres-password');
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    say('初始化内置 PostgreSQL', 'preparing the embedded PostgreSQL');
    makeCluster({ bin, home, cluster, owner, password: password.value, durable });
  } else {
    await repairLeftOver(cluster);
    if (password.isNew) replaceLostPassword({ bin, cluster, owner, password: password.value });
  }
  remember();

  let stopping = false;
  /** @type {{ pid: number, port: number, over: Promise<string> } | undefined} */
  let running;
  /** @param {number} [samePort] */
  const start = async (samePort) => {
    const server = await launch({ bin, cluster, owner, log, durable, port: samePort ?? (await freePort()), guard });
    running = server;
    void server.over.then((why) => {
      guard.forget(server.pid);
      if (!stopping) onDeath?.(why);
    });
  };
  /**
   * The free port may have been taken meanwhile, or children of a killed server are still ending.
   * @param {number} [samePort]
   */
  const startPatiently = async (samePort) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await start(samePort);
      } catch (error) {
        if (attempt === 4 || stopping) throw error;
        await wait(500 * attempt);
      }
    }
  };
  await startPatiently();

  /** @param {string} database @param {string} [role] @param {string} [secret] */
  const url = (database, role = SUPERUSER, secret = password.value) =>
    `postgres://${role}:${secret}@127.0.0.1:${running?.port}/${database}`;
  await makeRoles(url('postgres'), dataDir);

  return {
    home,
    outside,
    user: owner?.name,
    url,
    /** @param {string} database */
    urls: (database) => urlsOf(dataDir, (role, secret) => url(database, role, secret)),
    /** Restarts a dead server on its old port, so that the application's connections find it again. */
    restart: () => startPatiently(running?.port),
    async stop() {
      stopping = true;
      if (running && !(await stopProcess(running.pid, POSTGRES_STEPS)))
        throw new Error(`PostgreSQL ${running.pid} does not stop`);
    },
    /** For the second Ctrl-C: the next start recovers the cluster. */
    stopNow() {
      stopping = true;
      if (running)
        return stopProcess(running.pid, [
          ['SIGQUIT', 2_000],
          ['SIGKILL', 1_000],
        ]);
    },
  };
}

/** Runs initdb in a folder beside and then renames it, so that an interrupted start leaves no half cluster. */
function makeCluster({ bin, home, cluster, owner, password, durable }) {
  for (const entry of readdirSync(home))
    if (entry.startsWith('new-')) rmSync(join(home, entry), { recursive: true, force: true });
  rmSync(cluster, { recursive: true, force: true });
  const fresh = join(home, `new-${process.pid}`);
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = join(fresh, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [fresh, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const made = spawnSync(
    join(bin, 'initdb'),
    [
      '-D',
      join(fresh, 'cluster'),
      '-U',
      SUPERUSER,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--locale-provider=icu',
      '--icu-locale=und',
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...asOwner(owner), encoding: 'utf8' },
  );
  if (made.status !== 0)
    throw new Stop(`initdb 失败：${(made.stderr || made.error?.message || '').trim()}`, 'initdb failed (see above)');
  renameSync(join(fresh, 'cluster'), cluster);
  rmSync(fresh, { recursive: true, force: true });
}

/** The generated password was deleted: single-user mode needs none and writes the new one. */
function replaceLostPassword({ bin, cluster, owner, password }) {
  const said = spawnSync(join(bin, 'postgres'), ['--single', '-D', cluster, 'postgres'], {
    ...asOwner(owner),
    encoding: 'utf8',
    input: `ALTER ROLE ${SUPERUSER} PASSWORD '${password}'\n`,
  });
  if (said.status !== 0)
    throw new Stop(`无法重设数据库密码：${said.stderr.trim()}`, 'The lost database password could not be replaced');
}

/**
 * @param {{
 *   bin: string,
 *   cluster: string,
 *   owner: import('./postgres-owner.mjs').Owner | undefined,
 *   log: string,
 *   durable: boolean,
 *   port: number,
 *   guard: import('./guard.mjs').Guard,
 * }} wishes
 */
async function launch({ bin, cluster, owner, log, durable, port, guard }) {
  const settings = [`port=${port}`, ...always, ...(durable ? durableSettings : throwAwaySettings)].flatMap(
    (setting) => ['-c', setting],
  );
  const out = openSync(log, 'a', 0o600);
  // A session of its own: Ctrl-C reaches only the stack, which stops API and worker first.
  const child = spawn(join(bin, 'postgres'), ['-D', cluster, ...settings], {
    ...asOwner(owner),
    detached: true,
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  /** @type {Promise<string>} */
  const over = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(`exit ${code ?? signal}`));
    child.once('error', (error) => resolve(error.message));
  });
  child.unref();
  if (child.pid) guard.watch(child.pid, 'postgres');
  /** @type {string | undefined} */
  let died;
  void over.then((why) => (died = why));
  for (const until = Date.now() + 60_000; ;) {
    if (died !== undefined)
      throw new Stop(
        `PostgreSQL 未能启动（${died}）：${lastLines(log)}`,
        `PostgreSQL did not start; its log is ${log}`,
      );
    const seen = readPidFile(cluster);
    if (child.pid && seen?.pid === child.pid && seen.ready) return { pid: child.pid, port, over };
    if (Date.now() > until) {
      await stopProcess(child.pid ?? 0, POSTGRES_STEPS);
      throw new Stop('PostgreSQL 一分钟内未就绪', `PostgreSQL was not ready within a minute; its log is ${log}`);
    }
    await wait(20);
  }
}

/** @param {string} log */
function lastLines(log) {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-4).join('\n    ');
}
