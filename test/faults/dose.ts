import { createHash, randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { WAIT_MS } from '../servers/patience.js';
import { startProcess, type Running } from '../servers/product-process.js';
import { ownRedis } from '../servers/redis.js';
import { judge, type Judgement, type LedgerLine, type Told } from './oracle.js';
import { ownPostgres } from './servers/own-postgres.js';
import { smtpSink } from './servers/smtp-sink.js';

const ROOT = resolve(__dirname, '../..');
const PUBLIC_HOST = 'crm.example';

export interface DoseWishes {
  readonly reminders: number;
  /** Every fifth reminder goes by mail, at most once; the others go to the inbox, exactly once. */
  readonly kills: number;
  readonly flushes: number;
  readonly restarts: number;
  readonly seed: number;
}

export interface DoseReport {
  readonly judged: Judgement;
  /** Injections that happened, each with the number of reminders waiting at that moment. */
  readonly injected: readonly { readonly what: 'kill' | 'flush' | 'restart'; readonly waiting: number }[];
  readonly latencyMs: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly seconds: number;
}

const numbers = (seed: number) => {
  let state = seed;
  return (below: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) % below;
};

/**
 * Reminders become due in bursts while workers, queue and database are killed. Deliveries are counted separately from
 * what the product records.
 */
export async function dose(wishes: DoseWishes): Promise<DoseReport> {
  const from = Date.now();
  const random = numbers(wishes.seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-dose-'));
  const [postgres, redis, mail] = await Promise.all([ownPostgres(), ownRedis(), smtpSink(40)]);
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'test',
    DATABASE_URL: postgres.url,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    AUDIT_KEY: process.env.TEST_AUDIT_KEY,
    REDIS_URL: redis.url,
    SMTP_URL: mail.url,
    PUBLIC_URL: `https://${PUBLIC_HOST}`,
    DATA_DIR: dataDir,
    PARENT_WATCH: '1',
    TZ_ZONE: 'Asia/Shanghai',
    LOG_LEVEL: 'error',
  };
  const workers: Running[] = [];
  const written: string[] = [];
  const pool = new pg.Pool({ connectionString: postgres.superuserUrl, max: 2 });
  pool.on('error', () => undefined);
  const patiently = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return (await pool.query<Row>(sql, values)).rows;
      } catch (error) {
        if (attempt > WAIT_MS / 100) throw error;
        await new Promise((next) => setTimeout(next, 100));
      }
    }
  };
  const startWorker = async (slot: number) => {
    const worker = (workers[slot] = startProcess(
      `worker ${slot}`,
      join(ROOT, 'apps/worker/dist/main.js'),
      env,
      written,
    ));
    await worker.until(async () => worker.saidReady(), 'its message "ready"');
  };
  const waiting = async () =>
    Number(
      (
        await patiently<{ n: string }>(
          `SELECT count(*) AS n
           FROM reminder_occurrence
           WHERE status IN ('pending', 'sending') AND due_at <= now()`,
        )
      )[0]?.n,
    );
  /** A fault proves nothing on an idle system, so this waits until work is in progress. */
  const underWay = async (patienceMs = 8_000) => {
    for (const end = Date.now() + patienceMs; Date.now() < end; await new Promise((next) => setTimeout(next, 15)))
      if ((await waiting()) > 0) return;
  };

  try {
    const migrated = spawnSync(process.execPath, [join(ROOT, 'apps/api/dist/migrate.js')], { env, encoding: 'utf8' });
    if (migrated.status !== 0) throw new Error(`${migrated.stdout}${migrated.stderr}`);
    const injections: ('kill' | 'flush' | 'restart')[] = [
      ...Array(wishes.kills).fill('kill'),
      ...Array(wishes.flushes).fill('flush'),
      ...Array(wishes.restarts).fill('restart'),
    ];
    injections.sort(() => random(3) - 1);
    const bursts = injections.length + 1;
    // The backlog exists before anything runs; each burst meets a fault.
    const expected = await seedBacklog(patiently, wishes.reminders, bursts);
    // Makes a claim slow, so that kills hit the middle of it.
    await patiently(
      `CREATE FUNCTION a_moment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.03); RETURN NEW; END $$`,
    );
    await patiently(`CREATE TRIGGER a_moment BEFORE INSERT ON reminder FOR EACH ROW EXECUTE FUNCTION a_moment()`);
    await Promise.all([startWorker(0), startWorker(1)]);

    const injected: { what: 'kill' | 'flush' | 'restart'; waiting: number }[] = [];
    for (const what of injections) {
      await release(patiently);
      await underWay();
      await new Promise((next) => setTimeout(next, random(150)));
      const backlog = await waiting();
      if (what === 'kill') {
        const slot = random(2);
        await workers[slot]?.kill('SIGKILL');
        await startWorker(slot);
      } else if (what === 'flush') {
        const client = new Redis(redis.url);
        await client.flushall();
        await client.quit();
      } else {
        const started = async () =>
          (await patiently<{ at: Date }>('SELECT pg_postmaster_start_time() AS at'))[0]?.at.getTime();
        const before = await started();
        await postgres.kill();
        if ((await started()) === before) throw new Error('PostgreSQL was not restarted');
      }
      injected.push({ what, waiting: backlog });
    }
    await release(patiently);
    for (
      const end = Date.now() + WAIT_MS;
      (await patiently(`SELECT 1 FROM reminder_occurrence WHERE status IN ('pending', 'sending') LIMIT 1`)).length > 0;
      await new Promise((next) => setTimeout(next, 250))
    ) {
      if (Date.now() > end) break;
      // The lease of a killed sender ends after ninety seconds, here after ten; a living one needs a fraction of that.
      // The product's own cleaner finds it.
      await patiently(
        `UPDATE reminder_occurrence
         SET lease_until = now()
         WHERE status = 'sending' AND lease_until < now() + interval '80 seconds'`,
      );
    }

    const ledger = (
      await patiently<{ dedupe_key: string; status: string; recipient_id: string }>(
        'SELECT dedupe_key, status, recipient_id FROM reminder_occurrence',
      )
    ).map((row): LedgerLine => ({ key: row.dedupe_key, status: row.status, recipient: row.recipient_id }));
    const inbox = (
      await patiently<{ dedupe_key: string; user_id: string }>(
        'SELECT o.dedupe_key, r.user_id FROM reminder r JOIN reminder_occurrence o ON o.id = r.occurrence_id',
      )
    ).map((row): Told => ({ key: row.dedupe_key, recipient: row.user_id }));
    const byMessageId = new Map(
      expected.map((one) => [createHash('sha256').update(one.key).digest('hex').slice(0, 40), one]),
    );
    const mailed = mail.taken.map(
      (id): Told => byMessageId.get(id.split('@')[0] ?? '') ?? { key: id, recipient: 'nobody' },
    );
    const latencies = (
      await patiently<{ ms: number }>(
        `SELECT extract(epoch FROM sent_at - due_at)::float * 1000 AS ms
         FROM reminder_occurrence
         WHERE status = 'sent'
         ORDER BY 1`,
      )
    ).map((row) => row.ms);
    const at = (share: number) =>
      Math.round(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0);
    return {
      judged: judge(expected, ledger, [...inbox, ...mailed]),
      injected,
      latencyMs: { p50: at(0.5), p99: at(0.99), max: at(1) },
      seconds: Math.round((Date.now() - from) / 1000),
    };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    await pool.end();
    await Promise.all([redis.stop(), postgres.stop(), mail.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Query = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** People and reminders, written without the product's code; they become due when their burst is released. */
async function seedBacklog(query: Query, count: number, bursts: number): Promise<Told[]> {
  const uuid = () => {
    const hex = randomBytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  const users = Array.from({ length: 20 }, (_, n) => ({ id: uuid(), name: `u${n}`, email: `u${n}@${PUBLIC_HOST}` }));
  await query(`SELECT set_config('app.actor', 'system:faults', false)`);
  await query(`DO $$ BEGIN PERFORM set_config('app.actor', 'system:faults', true);
    INSERT INTO app_user (id, username, name, role, email) SELECT id, name, name, 'officer', email FROM jsonb_to_recordset('${JSON.stringify(users)}') AS r(id uuid, name text, email text); END $$`);
  const expected: Told[] = [];
  const rows = Array.from({ length: count }, (_, n) => {
    const recipient = users[n % users.length]?.id as string;
    const channel = n % 5 === 4 ? 'mail' : 'inbox';
    const key = `spec.due|thing|${n}|before-1|2026-11-21|${channel}|${recipient}`;
    expected.push({ key, recipient });
    return { id: uuid(), key, recipient, channel, subject: String(n), burst: n % bursts };
  });
  await query(
    `INSERT INTO reminder_occurrence (
       id, dedupe_key, rule, rule_version, subject_type, subject_id, recipient_id, channel, step, due_day, remind_on,
       due_at, facts, link
     )
     SELECT
       id, key, 'spec.due', 1, 'thing', subject, recipient, channel, 'before-1', '2026-11-21', '2026-11-20',
       'infinity', jsonb_build_object('title', subject, 'burst', burst), '/things/' || subject
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, key text, recipient uuid, channel text, subject text, burst int)`,
    [JSON.stringify(rows)],
  );
  return expected;
}

/** The next burst becomes due now. */
const release = (query: Query) =>
  query(
    `UPDATE reminder_occurrence
     SET due_at = now()
     WHERE due_at = 'infinity'
         AND (facts ->> 'burst')::int = (
           SELECT min((facts ->> 'burst')::int) FROM reminder_occurrence WHERE due_at = 'infinity'
         )`,
  );
