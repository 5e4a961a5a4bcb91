import type { Config } from '@crm/platform/config';
import { Database, assertFitDatabase, assertLimits, createDataSource } from '@crm/platform/db';
import type { Logger } from '@crm/platform/log';
import { migrations } from '../migrations/index.js';
import { tables } from '../tables/index.js';

/** Opens the database of a process, or refuses to start with an unfit one. */
export async function openDatabase(config: Config, log: Logger, applicationName: string): Promise<Database> {
  const pooler = config.databaseDirectUrl !== undefined;
  const dataSource = createDataSource({
    url: config.databaseUrl,
    pooler,
    pool: config.databasePool,
    migrations,
    tables,
    applicationName,
    log,
  });
  await dataSource.initialize();
  await assertFitDatabase(dataSource);
  if (pooler) await assertLimits(dataSource);
  return new Database(dataSource, { pooler });
}
