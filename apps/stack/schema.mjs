import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './nx.mjs';
import { withClient } from './postgres-databases.mjs';

const MIGRATIONS = join(ROOT, 'libs/server/dist/migrations');

/**
 * Whether all migrations of this build have run, and the role of the product has its rights since. Asking is some
 * milliseconds; starting the migration is a second. Each migration has its time in the name of its file and in the
 * table.
 * @param {string} databaseUrl as the product signs in
 */
export async function isMigrated(databaseUrl) {
  const wanted = readdirSync(MIGRATIONS).flatMap((name) => /^(\d{13})-.*\.js$/.exec(name)?.[1] ?? []);
  try {
    return await withClient(databaseUrl, async (client) => {
      const { rows } = await client.query('SELECT timestamp::text AS time FROM schema_migration');
      const ran = new Set(rows.map(({ time }) => time));
      return wanted.length > 0 && wanted.every((time) => ran.has(time)) && (await mayReadAll(client));
    });
  } catch {
    // No table or no right yet, or no answer: the migration says what is wrong.
    return false;
  }
}

/** A migration that was cut off after its tables has given no rights to them. @param {import('pg').Client} client */
async function mayReadAll(client) {
  const { rowCount } = await client.query(`
    SELECT FROM pg_class
    WHERE
      relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v') AND NOT has_table_privilege(oid, 'SELECT')
    LIMIT 1
  `);
  return rowCount === 0;
}
