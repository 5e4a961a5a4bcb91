// `npm run demo:clear` removes the demo data, whether the product is running or not.
import { join } from 'node:path';
import { ROOT, ensureServer } from './builds.mjs';
import { runOnce } from './children.mjs';
import { holderOf } from './data-lock.mjs';
import { accountsSaid, databaseKey, keepSeeded, readSeeded } from './demo.mjs';
import { ensureInstalled } from './install.mjs';
import { withDatabase } from './running-database.mjs';
import { say, sayWhyItStopped } from './say.mjs';
import { auditKey, secretIn } from './secrets.mjs';
import { dataFolder } from './settings.mjs';

async function main() {
  const dataDir = dataFolder();
  await ensureInstalled();
  if (!holderOf(dataDir)) await ensureServer();
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    JWT_SECRET: process.env.JWT_SECRET || secretIn(dataDir, 'jwt-secret').value,
    AUDIT_KEY: auditKey(dataDir),
  };
  const output = await withDatabase(dataDir, async ({ owner, runtime }) => {
    const wishes = { env: { ...env, DATABASE_URL: runtime, DATABASE_OWNER_URL: owner }, cwd: ROOT };
    // After an upgrade the tables may still be those of the version before.
    await runOnce({ ...wishes, zh: '数据库迁移', en: 'the migration', file: join(ROOT, 'apps/api/dist/migrate.js') });
    return runOnce({
      ...wishes,
      zh: '清除演示数据',
      en: 'clearing the demo data',
      file: join(ROOT, 'apps/api/dist/clear-demo.js'),
    });
  });
  const seeded = readSeeded(dataDir, databaseKey(process.env.DATABASE_URL));
  const { accounts } = accountsSaid(output);
  if (seeded) keepSeeded(dataDir, { ...seeded, cleared: true, accounts: accounts.length ? accounts : seeded.accounts });
  for (const line of output.split('\n')) if (line && !line.startsWith('{')) process.stdout.write(`  ${line}\n`);
  say('演示数据已清除', 'the demo data is cleared');
}

main().catch((error) => {
  sayWhyItStopped(error);
  process.exitCode = 1;
});
