// `npm run setup-link` prints the one-time link of the first visit again, while nobody is administrator.
import { join } from 'node:path';
import { ROOT, ensureServer } from './builds.mjs';
import { runOnce } from './children.mjs';
import { holderOf } from './data-lock.mjs';
import { printLink } from './first-visit.mjs';
import { ensureInstalled } from './install.mjs';
import { withDatabase } from './running-database.mjs';
import { say, sayWhyItStopped } from './say.mjs';
import { auditKey, secretIn } from './secrets.mjs';
import { addressesOf, dataFolder } from './settings.mjs';

async function main() {
  const dataDir = dataFolder();
  await ensureInstalled();
  const running = holderOf(dataDir);
  if (!running) await ensureServer();
  const link = await withDatabase(dataDir, async ({ owner, runtime }) => {
    const env = {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: runtime,
      JWT_SECRET: process.env.JWT_SECRET || secretIn(dataDir, 'jwt-secret').value,
      AUDIT_KEY: auditKey(dataDir),
      PUBLIC_URL: running?.address || addressesOf(Number(process.env.PORT) || 3000).address,
    };
    if (!running)
      await runOnce({
        zh: '数据库迁移',
        en: 'the migration',
        file: join(ROOT, 'apps/api/dist/migrate.js'),
        env: { ...env, DATABASE_OWNER_URL: owner },
        cwd: ROOT,
      });
    return printLink(env);
  });
  if (link) process.stdout.write(`\n${link}\n\n`);
  else say('已经有管理员，不再打印链接', 'there is an administrator, so no link is printed');
}

main().catch((error) => {
  sayWhyItStopped(error);
  process.exitCode = 1;
});
