import { readConfig } from '@crm/platform/config';
import { assertFitDatabase, createDataSource, migrate } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { migrations } from '@crm/server/migrations';

/** Brings the database to this version's schema; run once per deployment, harmless to run again. */
const config = readConfig();
const log = createLogger('migrate', config.logLevel);
const dataSource = createDataSource({
  url: config.databaseUrl,
  pool: 2,
  migrations,
  applicationName: 'crm-migrate',
  log,
});
try {
  await dataSource.initialize();
  await assertFitDatabase(dataSource);
  const ran = await migrate(dataSource);
  log.info({ ran }, ran.length > 0 ? 'migrated' : 'nothing to migrate');
} finally {
  if (dataSource.isInitialized) await dataSource.destroy();
}
