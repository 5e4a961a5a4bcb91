import { join } from 'node:path';
import { holderOf, lockData } from './data-lock.mjs';
import { startGuard } from './guard.mjs';
import { startPostgres } from './postgres.mjs';
import { makeDatabase, urlsOf } from './postgres-databases.mjs';
import { givenUrls } from './settings.mjs';

/**
 * Works on the database of a data folder, whether the product is running or not.
 * @template T @param {string} dataDir
 * @param {(urls: import('./postgres-databases.mjs').DatabaseUrls) => Promise<T>} work
 */
export async function withDatabase(dataDir, work) {
  if (process.env.DATABASE_URL) return work(givenUrls());
  const running = holderOf(dataDir);
  if (running?.postgresPort)
    return work(
      urlsOf(dataDir, (role, secret) => `postgres://${role}:${secret}@127.0.0.1:${running.postgresPort}/crm`),
    );
  const lock = await lockData(dataDir);
  const guard = startGuard();
  try {
    const postgres = await startPostgres({ dataDir, guard, durable: true, log: join(dataDir, 'log/postgres.log') });
    try {
      await makeDatabase(postgres.url('postgres'), 'crm');
      return await work(postgres.urls('crm'));
    } finally {
      await postgres.stop();
    }
  } finally {
    guard.dismiss();
    lock.release();
  }
}
