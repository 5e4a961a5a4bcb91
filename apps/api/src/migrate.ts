import { readConfig } from '@crm/platform/config';
import { assertFitDatabase, createDataSource, migrate, setRoleLimits } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { migrations } from '@crm/server/migrations';

/**
 * Migrates the database to the schema of this version, past a pooler. Run it once per deployment; running it again is
 * harmless.
 */
const config = readConfig();
const log = createLogger('migrate', config.logLevel);
const dataSource = createDataSource({
  url: config.databaseDirectUrl ?? config.databaseUrl,
  pool: 2,
  migrations,
  applicationName: 'crm-migrate',
  log,
});
try {
  await dataSource.initialize();
  await assertFitDatabase(dataSource);
  const ran = await migrate(dataSource);
  if (config.databaseDirectUrl)
    await setRoleLimits(dataSource, decodeURIComponent(new URL(config.databaseUrl).username));
  log.info({ ran }, ran.length > 0 ? 'migrated' : 'nothing to migrate');
} finally {
  if (dataSource.isInitialized) await dataSource.destroy();
}
