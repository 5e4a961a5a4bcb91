import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshDatabase, templateFilledBy, type FreshDatabase } from './database.js';
import { freePort, startProcess, runToEnd, type Running } from './product-process.js';
import { freshRedis } from './redis.js';

// The product as shipped: API and worker, built, as separate processes on a database of their own.

const ROOT = resolve(__dirname, '../..');
const entry = {
  api: join(ROOT, 'apps/api/dist/main.js'),
  worker: join(ROOT, 'apps/worker/dist/main.js'),
  seed: join(ROOT, 'apps/api/dist/seed.js'),
};

export interface ProductWishes {
  /** `1`: accounts, reference data and demo data; `accounts`: without demo data; `0`: nothing. */
  readonly demo?: '1' | 'accounts' | '0';
  readonly queue?: 'redis' | 'postgres';
  /** Whether to start a worker; by default yes. */
  readonly worker?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Settings that need to know the database, such as a pooler in front of it. */
  readonly inFront?: (database: FreshDatabase) => Promise<Readonly<Record<string, string>>>;
}

interface Account {
  readonly username: string;
  readonly role: string;
  readonly name: string;
}

export interface Product {
  readonly baseUrl: string;
  readonly databaseUrl: string;
  readonly database: FreshDatabase;
  readonly redisUrl: string | undefined;
  readonly dataDir: string;
  readonly password: string;
  readonly accounts: readonly Account[];
  readonly apiPid: number | undefined;
  readonly workerPid: number | undefined;
  killApi(signal?: NodeJS.Signals): Promise<void>;
  startApi(): Promise<void>;
  killWorker(signal?: NodeJS.Signals): Promise<void>;
  startWorker(): Promise<void>;
  /** All output of API and worker so far. */
  logs(): string;
  stop(): Promise<void>;
}

/** A spec stops what it started; where its beginning fails, this does. */
const running = new Set<() => Promise<void>>();
afterAll(async () => void (await Promise.all([...running].map((stop) => stop()))));

export async function startProduct({
  demo = 'accounts',
  queue = 'redis',
  worker: withWorker = true,
  env: wishes = {},
  inFront = async () => ({}),
}: ProductWishes = {}): Promise<Product> {
  const password = wishes.DEMO_PASSWORD ?? 'Zhaoshang-2026!';
  const seeded = demo === '0' ? undefined : await seededOnce(demo, password);
  const database = await freshDatabase(seeded?.template);
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-product-'));
  if (seeded) cpSync(seeded.dataDir, dataDir, { recursive: true });
  const redisUrl = queue === 'redis' ? await freshRedis() : undefined;
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'test',
    PORT: String(port),
    PUBLIC_URL: baseUrl,
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    DEMO: demo,
    DEMO_PASSWORD: password,
    JWT_SECRET: randomBytes(32).toString('base64url'),
    AUDIT_KEY: process.env.TEST_AUDIT_KEY,
    TZ_ZONE: 'Asia/Shanghai',
    WEB_DIST: join(ROOT, 'apps/web/dist'),
    PARENT_WATCH: '1',
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    ...wishes,
    ...(await inFront(database)),
  };

  const written: string[] = [];
  let api: Running | undefined;
  let worker: Running | undefined;

  const startApi = async () => {
    api = startProcess('api', entry.api, env, written);
    await api.until(async () => (await fetch(`${baseUrl}/health/ready`)).ok, `GET ${baseUrl}/health/ready`);
  };
  const startWorker = async () => {
    const before = new Date();
    const started = (worker = startProcess('worker', entry.worker, env, written));
    // It is ready when it says so to its parent, or when its first heartbeat is there.
    await started.until(
      async () => started.saidReady() || (await workerStartedSince(database, before)),
      'its first heartbeat',
    );
  };
  const stop = async () => {
    if (!running.delete(stop)) return;
    await Promise.all([api?.stop(), worker?.stop()]);
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };

  running.add(stop);
  try {
    await Promise.all([startApi(), withWorker ? startWorker() : undefined]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    baseUrl,
    databaseUrl: database.url,
    database,
    redisUrl,
    dataDir,
    password,
    accounts: seeded?.accounts ?? [],
    get apiPid() {
      return api?.pid;
    },
    get workerPid() {
      return worker?.pid;
    },
    killApi: async (signal = 'SIGKILL') => {
      await api?.kill(signal);
      api = undefined;
    },
    startApi,
    killWorker: async (signal = 'SIGKILL') => {
      await worker?.kill(signal);
      worker = undefined;
    },
    startWorker,
    logs: () => written.join(''),
    stop,
  };
}

/**
 * Seeded once in a run for each kind of demo data, and copied from there: a database and what lies beside it in files.
 */
async function seededOnce(demo: '1' | 'accounts', password: string) {
  const place = join(process.env.TEST_DATA_DIR as string, `seeded-${demo}-${password.replace(/\W/g, '')}`);
  const dataDir = join(place, 'data');
  const template = await templateFilledBy(`crm_${createHash('sha1').update(place).digest('hex')}`, async (url) => {
    mkdirSync(dataDir, { recursive: true });
    const said = await runToEnd(entry.seed, {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'test',
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      DEMO: demo,
      DEMO_PASSWORD: password,
      JWT_SECRET: randomBytes(32).toString('base64url'),
      AUDIT_KEY: process.env.TEST_AUDIT_KEY,
      TZ_ZONE: 'Asia/Shanghai',
    });
    writeFileSync(join(place, 'accounts.json'), JSON.stringify(accountsIn(said)));
  });
  return { template, dataDir, accounts: JSON.parse(readFileSync(join(place, 'accounts.json'), 'utf8')) as Account[] };
}

async function workerStartedSince(database: FreshDatabase, moment: Date): Promise<boolean> {
  const rows = await database.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT FROM worker_heartbeat WHERE started_at >= $1 AND cardinality(lanes) > 0) AS found`,
    [moment],
  );
  return rows[0]?.found === true;
}

function accountsIn(output: string): Account[] {
  for (const line of output.split('\n')) {
    if (!line.startsWith('{') || !line.includes('"accounts"')) continue;
    return (JSON.parse(line) as { accounts: Account[] }).accounts;
  }
  return [];
}
