import type { Config } from '@crm/platform/config';
import { Database, assertFitDatabase, createDataSource } from '@crm/platform/db';
import type { Logger } from '@crm/platform/log';
import { migrations } from '../migrations/index.js';
import { tables } from '../tables/index.js';

/** Opens the database of a process, or refuses to start with an unfit one. */
export async function openDatabase(config: Config, log: Logger, applicationName: string): Promise<Database> {
  const dataSource = createDataSource({
    url: config.databaseUrl,
    pool: config.databasePool,
    migrations,
    tables,
    applicationName,
    log,
  });
  await dataSource.initialize();
  await assertFitDatabase(dataSource);
  return new Database(dataSource);
}
