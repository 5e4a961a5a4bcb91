import { randomBytes } from 'node:crypto';
import pg from 'pg';

const TEMPLATE = 'crm_template';

export interface FreshDatabase {
  /** Signs in as the owner of the database, as the product does. */
  readonly url: string;
  /** The same database as superuser, for breaking things on purpose. */
  readonly superuserUrl: string;
  readonly name: string;
  /** As superuser, to look at stored data and to break them. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/**
 * A database of its own for a spec, copied from the migrated template. Drop it in `afterAll`. FILE_COPY takes half the
 * time of WAL_LOG if nothing is synced to disk (30 ms against 60 ms).
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY OWNER crm`);
  return {
    name,
    url: urlOf('TEST_APPLICATION_DATABASE_URL', name),
    superuserUrl: urlOf('TEST_DATABASE_URL', name),
    query: (sql, values = []) => ask(urlOf('TEST_DATABASE_URL', name), sql, values),
    drop: () => asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function urlOf(variable: 'TEST_DATABASE_URL' | 'TEST_APPLICATION_DATABASE_URL', database: string): string {
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
