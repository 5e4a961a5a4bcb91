import type { Config } from '@crm/platform/config';
import {
  Database,
  assertFitDatabase,
  assertLimits,
  assertRuntimeRole,
  createDataSource,
  rightsTooMany,
  tooManyRights,
} from '@crm/platform/db';
import type { Logger } from '@crm/platform/log';
import { AuditKeys, keptTables } from '../audit/index.js';
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
  if (config.inEarnest) await assertRuntimeRole(dataSource, keptTables);
  else {
    const found = await rightsTooMany(dataSource, keptTables);
    if (found.length > 0) log.warn(tooManyRights(found));
  }
  const keys = AuditKeys.of(config.audit);
  return new Database(dataSource, { pooler, ...(keys && { seal: () => keys.transactionSeal() }) });
}
