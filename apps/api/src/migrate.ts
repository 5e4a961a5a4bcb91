import { readConfig, type Config } from '@crm/platform/config';
import { assertFitDatabase, createDataSource, grantRuntime, migrate, setRoleLimits } from '@crm/platform/db';
import { createLogger, type Logger } from '@crm/platform/log';
import { Adoption, AuditKeys, keptTables, sealedMigrations } from '@crm/server/audit';
import { migrations } from '@crm/server/migrations';

/**
 * Migrates the database to the schema of this version as the owner of its tables, past a pooler, and gives the runtime
 * role its rights. Run it once per deployment and after a restore; running it again is harmless.
 */
const config = readConfig(undefined, ['AUDIT_KEY']);
const log = createLogger('migrate', config.logLevel);
const owner = sourceOf(config.databaseOwnerUrl ?? config.databaseDirectUrl ?? config.databaseUrl, config, log);
try {
  await owner.initialize();
  await assertFitDatabase(owner);
  const adoption = new Adoption(owner, config, log);
  await adoption.begin();
  const ran = await migrate(owner);
  const runtime = roleIn(config.databaseUrl);
  if (config.databaseOwnerUrl && roleIn(config.databaseOwnerUrl) !== runtime)
    await grantRuntime(owner, runtime, keptTables);
  await setLimits(config, log);
  await adoption.end(ran.length > 0, config.audit.adopt);
  log.info({ ran }, ran.length > 0 ? 'migrated' : 'nothing to migrate');
} finally {
  if (owner.isInitialized) await owner.destroy();
}

/** A role may set its own limits, and the owner may not set those of another. */
async function setLimits({ databaseDirectUrl, databaseUrl }: Config, told: Logger): Promise<void> {
  if (!databaseDirectUrl) return;
  const direct = await sourceOf(databaseDirectUrl, config, told).initialize();
  try {
    await setRoleLimits(direct, roleIn(databaseUrl));
  } finally {
    await direct.destroy();
  }
}

function sourceOf(url: string, { audit }: Config, told: Logger) {
  const sealed = sealedMigrations(migrations, AuditKeys.of(audit) as AuditKeys);
  return createDataSource({ url, pool: 2, migrations: sealed, applicationName: 'crm-migrate', log: told });
}

function roleIn(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
