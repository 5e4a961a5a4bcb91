import { readConfig } from '@crm/platform/config';
import { createLogger } from '@crm/platform/log';
import { DEMO_ACCOUNTS } from '@crm/server/access';
import { openDatabase } from '@crm/server/operations';
import { clearDemo } from '@crm/server/seed';

/** Removes the demo data (npm run demo:clear). */
const config = readConfig(undefined, ['AUDIT_KEY']);
const database = await openDatabase(config, createLogger('clear-demo', config.logLevel), 'crm-clear-demo');
try {
  const { removed, kept } = await clearDemo(database);
  process.stdout.write(
    `删除 ${removed} 行演示数据；${kept} 行因有您的记录而保留 · ${removed} demo rows removed, ${kept} kept because your records stand on them\n`,
  );
  process.stdout.write(
    `${JSON.stringify({ accounts: DEMO_ACCOUNTS.map(({ username, name, role }) => ({ username, name, role })), password: null })}\n`,
  );
} finally {
  await database.dataSource.destroy();
}
