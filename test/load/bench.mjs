// `npm run bench`: what the product does in a second beside the bare runtime on the same PostgreSQL, in the same
// minutes.
// BENCH_SCALE (1 = 100,000 leads), BENCH_ROUNDS (5) and BENCH_SECONDS (10) make it shorter for a look; BENCH_ONLY
// (W5,W6) runs some of it on data of full size.
import { fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureServer, ROOT } from '../../apps/stack/builds.mjs';
import { startGuard } from '../../apps/stack/guard.mjs';
import { freePort } from '../../apps/stack/ports.mjs';
import { makeDatabase, startPostgres } from '../../apps/stack/postgres.mjs';
import { loadContracts } from './contract-data.mjs';
import { loadDataSet } from './data-set.mjs';
import { bareImport, ledgerRows, throughProduct, workbookOf } from './import-work.mjs';
import { interleaved, median } from './measure.mjs';
import { residentMb } from './processes.mjs';
import { runNode, started } from './children.mjs';
import { printTable, rate } from './table.mjs';

const scale = Number(process.env.BENCH_SCALE ?? 1);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 10);
/** @type {readonly string[] | null} */
const only = process.env.BENCH_ONLY?.split(',') ?? null;
const wanted = (name) => only === null || only.includes(name.slice(0, 2));
const PASSWORD = 'bench-password';
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

const dataDir = mkdtempSync(join(tmpdir(), 'crm-bench-'));
const guard = startGuard();
guard.removeLater(dataDir);
await ensureServer();
const postgres = await startPostgres({ dataDir, guard, durable: true, log: join(dataDir, 'postgres.log') });
if (postgres.outside) guard.removeLater(postgres.home);
await makeDatabase(postgres.url('postgres'), 'bench');
const env = {
  ...process.env,
  DATABASE_URL: postgres.appUrl('bench'),
  REDIS_URL: '',
  DATA_DIR: dataDir,
  DEMO: 'accounts',
  DEMO_PASSWORD: PASSWORD,
  JWT_SECRET: 'bench'.repeat(10),
  LOG_LEVEL: 'error',
  WEB_DIST: '',
  NODE_ENV: 'production',
  PARENT_WATCH: '1',
};
await runNode(join(ROOT, 'apps/api/dist/migrate.js'), env);
await runNode(join(ROOT, 'apps/api/dist/seed.js'), env);

const db = new pg.Client({ connectionString: postgres.url('bench') });
await db.connect();
const began = Date.now();
const sizes = await loadDataSet(db, scale);
console.log(
  `数据 data: ${sizes.firms} 企业 firms, ${sizes.leads} 线索 leads, ${sizes.followUps} 跟进 follow-ups (${((Date.now() - began) / 1_000).toFixed(0)} s)`,
);
const contracts = Math.round(10_000 * scale);
const entering = Date.now();
await loadContracts(postgres.appUrl('bench'), contracts, today);
await db.query('VACUUM ANALYZE');
console.log(`数据 data: ${contracts} 合同 contracts × 5 年 years (${((Date.now() - entering) / 1_000).toFixed(0)} s)`);
const pgPid = Number(
  (await db.query("SELECT pg_read_file('postmaster.pid', 0, 20) AS text")).rows[0].text.split('\n')[0],
);
const sample = (
  await db.query('SELECT array_agg(id) AS leads FROM (SELECT id FROM lead ORDER BY random() LIMIT 500) AS drawn')
).rows[0].leads;
const pairs = (
  await db.query(
    `SELECT array_agg(DISTINCT substr(name, 3, 2)) AS pairs
     FROM (SELECT name FROM enterprise ORDER BY random() LIMIT 60) AS drawn`,
  )
).rows[0].pairs;
const park = (await db.query('SELECT id FROM park ORDER BY position LIMIT 1')).rows[0].id;
const owner = (await db.query("SELECT id FROM app_user WHERE username = 'manager'")).rows[0].id;

const [apiPort, barePort] = [await freePort(), await freePort()];
const api = await started(
  fork(join(ROOT, 'apps/api/dist/main.js'), { env: { ...env, PORT: String(apiPort) }, silent: false }),
  `http://127.0.0.1:${apiPort}/health/live`,
);
const bare = await started(fork(join(ROOT, 'test/load/bare-server.mjs'), { env: { ...env, PORT: String(barePort) } }));
const { accessToken } = await (
  await fetch(`http://127.0.0.1:${apiPort}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'manager', password: PASSWORD }),
  })
).json();

const bearer = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
const product = (requests) => ({
  url: `http://127.0.0.1:${apiPort}`,
  pid: api.pid,
  postgresPid: pgPid,
  seconds,
  headers: bearer,
  requests,
});
const limit = (requests) => ({
  url: `http://127.0.0.1:${barePort}`,
  pid: bare.pid,
  postgresPid: pgPid,
  seconds,
  headers: { 'content-type': 'application/json' },
  requests,
});
const get = (path) => ({ method: 'GET', path });
const query = (values) => new URLSearchParams(values).toString();
let made = 0;
const yesterday = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - 86_400_000);
const fresh = (name) => ({
  enterpriseName: `${name}${++made}号测试企业`,
  projectName: `项目${made}`,
  parkId: park,
  investmentWan: '12000',
  nextStep: '电话回访',
  nextOn: '2026-12-01',
});
const creating = (path, body) => ({
  method: 'POST',
  path,
  setupRequest: (request) => ({ ...request, body: JSON.stringify(body()) }),
});

const perMu = (more) => `/api/v1/portfolio/per-mu?${query({ groupBy: 'park', assessedYear: '2025', ...more })}`;
// Signed from another day each time: what was answered once would not be summed again.
let asked = 0;
const neverAsked = {
  method: 'GET',
  setupRequest: (request) => ({
    ...request,
    path: perMu({ signedFrom: new Date(Date.UTC(2020, 11, 31) - asked++ * 86_400_000).toISOString().slice(0, 10) }),
  }),
};

const works = {
  'W1 线索列表 list': {
    product: product([
      get(
        `/api/v1/leads?${query({ perPage: '25', sort: 'updatedAt', order: 'desc', filter: JSON.stringify({ stage: 'negotiation', parkId: park }) })}`,
      ),
    ]),
    bare: limit([get(`/list?${query({ stage: 'negotiation', park })}`)]),
  },
  'W2 线索与跟进 one': {
    product: product(sample.map((id) => get(`/api/v1/leads/${id}`))),
    bare: limit(sample.map((id) => get(`/one?id=${id}`))),
  },
  'W3 两字搜索 search': {
    product: product(pairs.map((q) => get(`/api/v1/leads?${query({ perPage: '25', filter: JSON.stringify({ q }) })}`))),
    bare: limit(pairs.map((q) => get(`/search?${query({ q })}`))),
  },
  'W4 登记线索 create': {
    product: product([creating('/api/v1/leads', () => fresh('产品'))]),
    bare: limit([creating('/create', () => ({ ...fresh('裸机'), ownerId: owner }))]),
  },
  // By two at once, a core each: ten would wait for each other longer than a stretch lasts, and it would count none of
  // them.
  'W5 履约汇总（现算）live summary': {
    product: { ...product([get(perMu({ asOf: yesterday }))]), connections: 2 },
    bare: { ...limit([get(`/summary?${query({ asOf: yesterday })}`)]), connections: 2 },
  },
};

const rows = [];
for (const [name, sides] of Object.entries(works).filter(([name]) => wanted(name))) {
  const { product: ours, bare: theirs } = await interleaved(rounds, sides);
  rows.push({ name, ours, theirs });
  console.log(
    `${name}: ${rate(ours.rate)} / ${rate(theirs.rate)} = ${(ours.rate / theirs.rate).toFixed(2)}${ours.failed + theirs.failed > 0 ? ` (failed ${ours.failed} / ${theirs.failed})` : ''}`,
  );
}
if (wanted('W5')) {
  const live = rows.at(-1).ours;
  const { anew, again } = await interleaved(rounds, { anew: product([neverAsked]), again: product([get(perMu({}))]) });
  for (const [name, kept] of [
    ['汇总账 kept sums, summed for each request', anew],
    ['汇总账，没有变化再答一次 kept sums, asked again', again],
  ])
    console.log(
      `W5 ${name}: ${kept.rate.toFixed(1)} req/s, p50 ${kept.p50} ms, CPU ${kept.serverCpu.toFixed(1)} + ${kept.postgresCpu.toFixed(1)} ms = ${(kept.rate / live.rate).toFixed(1)} × 现算 live${kept.failed > 0 ? ` (failed ${kept.failed})` : ''}`,
    );
}

if (wanted('W6')) await importing();

if (rows.length > 0) printTable(rows, { rounds, seconds, cores: cpus().length, resident: residentMb(api.pid) });
api.kill();
bare.kill();
await db.end();
await postgres.stop();
guard.dismiss();
process.exit(rows.some((row) => row.ours.failed > 0) ? 1 : 0);

/** W6: up to three workbooks through the product, and as many entered by the same statements with nothing asked. */
async function importing() {
  const reference = {
    parks: (await db.query('SELECT id, name FROM park')).rows,
    industries: (await db.query('SELECT id, name FROM industry')).rows,
  };
  const imported = Math.round(10_000 * scale);
  const worker = fork(join(ROOT, 'apps/worker/dist/main.js'), { env, silent: false });
  const trips = [];
  for (let trip = 0; trip < Math.min(rounds, 3); trip++) {
    const book = (series) => workbookOf(ledgerRows(series, imported, reference.parks, reference.industries));
    const ours = await throughProduct(`http://127.0.0.1:${apiPort}`, bearer.authorization, await book('KLM'[trip]));
    const theirs = await bareImport(
      postgres.appUrl('bench'),
      await book('PQR'[trip]),
      reference.parks,
      reference.industries,
      today,
    );
    trips.push({ ours, theirs });
  }
  const [through, alone] = [
    median(trips.map(({ ours }) => ours.seconds)),
    median(trips.map(({ theirs }) => theirs.seconds)),
  ];
  console.log(
    `W6 导入 import of ${imported} rows: 产品 product ${through.toFixed(2)} s (核对 check ${median(trips.map(({ ours }) => ours.checkSeconds)).toFixed(2)} s, ${trips[0].ours.written} 份 contracts), 裸 bare ${alone.toFixed(2)} s = ${(alone / through).toFixed(2)} × 裸 bare`,
  );
  worker.kill();
}
