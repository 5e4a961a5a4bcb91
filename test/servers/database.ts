import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const MIGRATED = 'crm_template';

export interface FreshDatabase {
  /** Signs in as the product does: as a role that owns nothing and cannot change the audit trail. */
  readonly url: string;
  /** The same database as the owner of its tables, who migrates it. */
  readonly ownerUrl: string;
  /** The same database as superuser, for breaking things on purpose. */
  readonly superuserUrl: string;
  readonly name: string;
  /** As superuser, to look at stored data and to break them. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/**
 * A database of its own for a spec, copied from a template. Drop it in `afterAll`.
 * FILE_COPY takes half the time of WAL_LOG where nothing is synced to disk (30 against 60 ms).
 */
export async function freshDatabase(template = MIGRATED): Promise<FreshDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY OWNER crm`);
  // A copy has the rights of its tables, not those of the database itself.
  await asSuperuser(`GRANT CREATE ON DATABASE ${name} TO crm_runtime`);
  return {
    name,
    url: urlOf('TEST_RUNTIME_DATABASE_URL', name),
    ownerUrl: urlOf('TEST_OWNER_DATABASE_URL', name),
    superuserUrl: urlOf('TEST_DATABASE_URL', name),
    query: (sql, values = []) => ask(urlOf('TEST_DATABASE_URL', name), sql, values),
    drop: () => asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/**
 * A template that is filled once in a run, by whichever spec comes first; the others wait for it and copy it. Filled
 * under another name, so that a half-filled one is never copied. If it cannot be filled, all are told so at once.
 */
export async function templateFilledBy(name: string, fill: (url: string) => Promise<unknown>): Promise<string> {
  const lock = new pg.Client({ connectionString: urlOf('TEST_DATABASE_URL', 'postgres') });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await lock.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await filled(lock, name, fill);
    return name;
  } finally {
    await lock.end();
  }
}

async function filled(lock: pg.Client, name: string, fill: (url: string) => Promise<unknown>): Promise<void> {
  const failure = join(process.env.TEST_DATA_DIR as string, `${name}.failed`);
  if (existsSync(failure)) throw new Error(readFileSync(failure, 'utf8'));
  const filling = await freshDatabase();
  try {
    await fill(filling.url);
  } catch (error) {
    await filling.drop();
    writeFileSync(failure, `the template ${name} could not be filled: ${(error as Error).message}`);
    throw error;
  }
  await lock.query(`ALTER DATABASE ${filling.name} RENAME TO ${name}`);
}

function urlOf(
  variable: 'TEST_DATABASE_URL' | 'TEST_OWNER_DATABASE_URL' | 'TEST_RUNTIME_DATABASE_URL',
  database: string,
): string {
  const server = process.env[variable];
  if (!server) throw new Error(`${variable} is not set: this ring needs globalSetup test/servers/start.mjs`);
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

const asSuperuser = async (statement: string): Promise<void> =>
  void (await ask(urlOf('TEST_DATABASE_URL', 'postgres'), statement));

async function ask<Row extends object>(
  connectionString: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values.length > 0 ? [...values] : undefined)).rows;
  } finally {
    await client.end();
  }
}
