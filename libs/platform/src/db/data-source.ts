import 'reflect-metadata';
import { DataSource, type MigrationInterface } from 'typeorm';
import type { Logger } from '../log/index.js';
import type { AnyTable } from './table.js';
import { limits } from './role-limits.js';
import { UnfitDatabaseError } from './unfit-database.js';
import { wireValues } from './value-parsers.js';

export interface DataSourceSettings {
  readonly url: string;
  readonly pool: number;
  /**
   * true: `url` is a pooler in transaction mode. It refuses start-up parameters, so the limits are set at the role
   * (role-limits.ts).
   */
  readonly pooler?: boolean;
  /** The tables for TypeORM; the statements of `Table` need no DataSource. */
  readonly tables?: readonly AnyTable[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly applicationName: string;
  readonly log: Logger;
}

/** One TypeORM DataSource per process; never `synchronize`, since the migrations define the schema. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    entities: (settings.tables ?? []).map((table) => table.entity),
    migrations: [...settings.migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolErrorHandler: (error: unknown) => settings.log.warn({ err: error }, 'an idle database connection was lost'),
    extra: {
      connectionTimeoutMillis: 4_000,
      ...(settings.pooler ? {} : limits),
      types: wireValues,
      pipeline: true,
      max: settings.pool,
      application_name: settings.applicationName,
    },
  });
}

const MIGRATION_LOCK = 7_205_2021;

/** Runs pending migrations, one process at a time, however many start together. Returns the names of those that ran. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const guard = dataSource.createQueryRunner();
  await guard.connect();
  try {
    await guard.query('SET lock_timeout = 0; SET statement_timeout = 0');
    await guard.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    return (await dataSource.runMigrations()).map((migration) => migration.name);
  } finally {
    await guard
      .query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK}); RESET lock_timeout; RESET statement_timeout`)
      .catch(() => undefined);
    await guard.release();
  }
}

/** Refuses a server that would not search or compare Chinese text correctly. */
export async function assertFitDatabase(dataSource: DataSource): Promise<void> {
  const [facts] = await dataSource.query(
    `SELECT
       pg_encoding_to_char(encoding) AS encoding, '招' ~ '[[:alpha:]]' AS letters,
       current_setting('server_version_num')::int AS version
     FROM pg_database
     WHERE datname = current_database()`,
  );
  if (facts.encoding !== 'UTF8' || !facts.letters)
    throw new UnfitDatabaseError(
      'The database must be UTF-8 with a UTF-8 ctype (createdb --encoding=UTF8 --locale=C.UTF-8): Chinese text is no text to it as it is.',
    );
  if (facts.version < 150_000) throw new UnfitDatabaseError('PostgreSQL 15 or newer is needed.');
}
