import { join } from 'node:path';
import { ROOT } from './builds.mjs';
import { runOnce } from './children.mjs';
import { withClient } from './postgres-databases.mjs';

/**
 * Whether somebody can keep accounts. Asking is some milliseconds; the program that prints the link is a second.
 * @param {string} databaseUrl
 */
export const isAdministered = (databaseUrl) =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT EXISTS (SELECT 1 FROM app_user WHERE role = 'admin' AND disabled_at IS NULL AND password_hash IS NOT NULL) AS there",
    );
    return rows[0].there === true;
  });

/**
 * A new one-time link of the first visit; undefined while somebody is administrator.
 * @param {NodeJS.ProcessEnv} env
 */
export async function printLink(env) {
  const output = await runOnce({
    zh: '打印首次设置的链接',
    en: 'printing the link of the first visit',
    file: join(ROOT, 'apps/api/dist/setup-link.js'),
    env,
    cwd: ROOT,
  });
  return /^https?:\/\/\S+$/m.exec(output)?.[0];
}
