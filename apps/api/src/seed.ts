import { randomBytes } from 'node:crypto';
import { SystemClock } from '@crm/platform/clock';
import { readConfig } from '@crm/platform/config';
import { createLogger } from '@crm/platform/log';
import { DEMO_ACCOUNTS } from '@crm/server/access';
import { openDatabase } from '@crm/server/operations';
import { seed } from '@crm/server/seed';

/**
 * Loads the data that DEMO names. Prints the accounts as one JSON line, with their password only if it was generated
 * here.
 */
const config = readConfig(undefined, ['AUDIT_KEY']);
const log = createLogger('seed', config.logLevel);
const database = await openDatabase(config, log, 'crm-seed');
try {
  const password = config.demoPassword ?? randomBytes(9).toString('base64url');
  await seed(database, {
    demo: config.demo,
    password,
    today: new SystemClock(config.zone).today(),
    dataDir: config.dataDir,
  });
  const accounts =
    config.demo === '0' ? [] : DEMO_ACCOUNTS.map(({ username, name, role }) => ({ username, name, role }));
  process.stdout.write(
    `${JSON.stringify({ accounts, password: config.demo === '0' || config.demoPassword ? null : password })}\n`,
  );
} finally {
  await database.dataSource.destroy();
}
