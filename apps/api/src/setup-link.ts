import { readConfig } from '@crm/platform/config';
import { createLogger } from '@crm/platform/log';
import { openDatabase } from '@crm/server/operations';
import { printLink } from '@crm/server/zone';

/** Prints the one-time link of the first visit, alone on a line; nothing is printed while somebody is administrator. */
const config = readConfig(undefined, ['AUDIT_KEY']);
const database = await openDatabase(config, createLogger('setup-link', config.logLevel), 'crm-setup-link');
try {
  const link = await printLink(database, config.publicUrl ?? `http://localhost:${config.port}`);
  if (link) process.stdout.write(`${link}\n`);
} finally {
  await database.dataSource.destroy();
}
