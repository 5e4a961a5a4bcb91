// What the audit trail costs in CPU, `node test/load/trail-cost.mjs [rounds]`: an audited insert without a chain, in a
// chain without a key, and sealed; a request that tells and the same one silent. Variants take turns in one run on one
// server, and medians are compared, so that a busy machine slows all of them alike.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT, ensureServer } from '../../apps/stack/builds.mjs';
import { startGuard } from '../../apps/stack/guard.mjs';
import { startPostgres } from '../../apps/stack/postgres.mjs';
import { makeDatabase } from '../../apps/stack/postgres-databases.mjs';
import { runNode } from './children.mjs';

const ROUNDS = Number(process.argv[2] ?? 15);
const INSERTS = 400;
const REQUESTS = 120;
const PASSWORD = 'bench-password';

const dataDir = mkdtempSync(join(tmpdir(), 'crm-trail-cost-'));
const guard = startGuard();
guard.removeLater(dataDir);
await ensureServer();
const postgres = await startPostgres({ dataDir, guard, durable: true, log: join(dataDir, 'postgres.log') });
if (postgres.outside) guard.removeLater(postgres.home);
await makeDatabase(postgres.url('postgres'), 'cost');
const { owner, runtime } = postgres.urls('cost');
const env = {
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  DATABASE_URL: runtime,
  DATABASE_OWNER_URL: owner,
  DATA_DIR: dataDir,
  DEMO: '1',
  DEMO_PASSWORD: PASSWORD,
  JWT_SECRET: randomBytes(32).toString('hex'),
  AUDIT_KEY: randomBytes(32).toString('hex'),
  LOG_LEVEL: 'error',
};
await runNode(join(ROOT, 'apps/api/dist/migrate.js'), env);
await runNode(join(ROOT, 'apps/api/dist/seed.js'), env);

/** CPU so far in ms, to the nanosecond (Linux). Each process of PostgreSQL is one thread. @param {number} pid */
const cpuOf = (pid) => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
/** @param {number} pid */
const parentOf = (pid) => {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[1],
    );
  } catch {
    return undefined;
  }
};
/** Of a server and its processes. @param {number} root */
const cpuOfServer = (root) =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid === root || parentOf(pid) === root)
    .reduce((sum, pid) => sum + cpuOf(pid), 0);

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Runs the variants by turns and prints the median of each.
 * @param {string} what
 * @param {Record<string, () => Promise<Record<string, number>>>} variants one round of each: CPU in ms by process
 * @param {number} each how often a round does it
 */
async function compare(what, variants, each) {
  /** @type {Record<string, Record<string, number[]>>} */
  const seen = {};
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, run] of Object.entries(variants)) {
      const used = await run();
      // The first round fills caches.
      if (round > 0) for (const [process, ms] of Object.entries(used)) ((seen[name] ??= {})[process] ??= []).push(ms);
    }
  console.log(`\n${what}: ${each} each × ${ROUNDS} rounds, median CPU per one`);
  for (const [name, processes] of Object.entries(seen))
    console.log(
      `  ${name.padEnd(26)} ${Object.entries(processes)
        .map(([process, all]) => `${process} ${((median(all) / each) * 1_000).toFixed(0)} µs`)
        .join(', ')}`,
    );
}

await inserts();
await requests();
await postgres.stop();
guard.dismiss();
process.exit(0);

/** Single audited inserts, each in a transaction of its own, as the product sends them. */
async function inserts() {
  const { AuditKeys } = await import('@crm/server/audit');
  const keys = new AuditKeys(env.AUDIT_KEY);
  const db = new pg.Client({ connectionString: postgres.url('cost') });
  await db.connect();
  const { pid } = (await db.query('SELECT pg_backend_pid() AS pid')).rows[0];
  const round = (/** @type {() => string} */ seal) => async () => {
    const [before, ours] = [cpuOf(pid), process.cpuUsage()];
    for (let n = 0; n < INSERTS; n++) {
      await db.query('BEGIN');
      await db.query({
        name: 'begin',
        text: `SELECT set_config('app.actor', $1, true), set_config('app.request', $2, true), set_config('app.seal', $3, true)`,
        values: ['system:cost', 'cost', seal()],
      });
      await db.query({
        name: 'insert',
        text: 'INSERT INTO department (id, name) VALUES (gen_random_uuid(), $1)',
        values: [randomBytes(8).toString('hex')],
      });
      await db.query('COMMIT');
    }
    const { user, system } = process.cpuUsage(ours);
    return { PostgreSQL: cpuOf(pid) - before, Node: (user + system) / 1_000 };
  };
  const chained = (/** @type {boolean} */ on) =>
    db.query(`ALTER TABLE audit_entry ${on ? 'ENABLE' : 'DISABLE'} TRIGGER audit_entry_seal`);
  await compare(
    'an audited insert',
    {
      'audit row, no chain': async () => {
        await chained(false);
        const used = await round(() => '')();
        await chained(true);
        return used;
      },
      'in a chain, no key': round(() => ''),
      'in a chain, sealed': round(() => keys.transactionSeal()),
    },
    INSERTS,
  );
  await db.end();
}

/** The same requests, telling and silent: a reading is told later and together, a look into the trail at once. */
async function requests() {
  const [{ createApp }, { openDatabase }, { readConfig }, { createLogger }, { Trail }] = await Promise.all([
    import('../../apps/api/dist/modules/create-app.js'),
    import('@crm/server/operations'),
    import('@crm/platform/config'),
    import('@crm/platform/log'),
    import('@crm/server/trail'),
  ]);
  const config = readConfig(env);
  const log = createLogger('cost', 'error');
  const database = await openDatabase(config, log, 'crm-cost');
  const app = await createApp(config, log, database);
  const trail = app.get(Trail);
  const [{ pid }] = await database.dataSource.query('SELECT pg_backend_pid() AS pid');
  const root = Number(parentOf(pid));
  const signIn = async (/** @type {string} */ username) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      payload: { username, password: PASSWORD },
    });
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.payload}`);
    return { authorization: `Bearer ${answer.json().accessToken}` };
  };
  const [manager, auditor] = [await signIn('manager'), await signIn('auditor')];
  const list = await app.inject({ method: 'GET', url: '/api/v1/contracts?perPage=20', headers: manager });
  /** @type {string[]} */
  const contracts = list.json().data.map((/** @type {{ id: string }} */ { id }) => id);
  const { note, writeNow } = trail;
  /** @param {boolean} tells @param {(n: number) => { url: string, headers: Record<string, string> }} asked */
  const round = (tells, asked) => async () => {
    Object.assign(trail, tells ? { note, writeNow } : { note: () => undefined, writeNow: async () => undefined });
    const [before, ours] = [cpuOfServer(root), process.cpuUsage()];
    for (let n = 0; n < REQUESTS; n++) {
      const answer = await app.inject({ method: 'GET', ...asked(n) });
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.payload}`);
    }
    await trail.writeAll();
    const { user, system } = process.cpuUsage(ours);
    return { PostgreSQL: cpuOfServer(root) - before, API: (user + system) / 1_000 };
  };
  const reading = (/** @type {number} */ n) => ({
    url: `/api/v1/contracts/${contracts[n % contracts.length]}`,
    headers: manager,
  });
  const looking = () => ({ url: '/api/v1/audit-entries?perPage=20', headers: auditor });
  await compare(
    `reading one of ${contracts.length} contracts`,
    { silent: round(false, reading), told: round(true, reading) },
    REQUESTS,
  );
  await compare('a look into the trail', { silent: round(false, looking), told: round(true, looking) }, REQUESTS);
  await app.close();
  await database.dataSource.destroy();
}
