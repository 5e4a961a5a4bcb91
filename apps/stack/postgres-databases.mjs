// The roles and the databases of the product in a running server. Neither role is superuser, as in production: one owns
// the database and migrates it, the application signs in as the other, which cannot change the audit trail.
import { secretIn } from './secrets.mjs';

/** Each role with the name of its secret. */
const ROLES = /** @type {const} */ ({
  owner: { name: 'crm', secret: 'database-password' },
  runtime: { name: 'crm_runtime', secret: 'database-runtime-password' },
});

/**
 * Where the two roles sign in.
 * @typedef {{ owner: string, runtime: string }} DatabaseUrls
 */

/**
 * @param {string} dataDir
 * @param {(role: string, secret: string) => string} url
 * @returns {DatabaseUrls}
 */
export function urlsOf(dataDir, url) {
  const of = (/** @type {{ name: string, secret: string }} */ { name, secret }) =>
    url(name, secretIn(dataDir, secret).value);
  return { owner: of(ROLES.owner), runtime: of(ROLES.runtime) };
}

/** Also in a data folder of before, which has only the owner. @param {string} superuserUrl @param {string} dataDir */
export async function makeRoles(superuserUrl, dataDir) {
  await withClient(superuserUrl, async (client) => {
    for (const { name, secret } of Object.values(ROLES)) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
      const password = secretIn(dataDir, secret).value;
      await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN PASSWORD '${password}'`);
    }
  });
}

/** @param {string} superuserUrl @param {string} name */
export async function makeDatabase(superuserUrl, name) {
  await withClient(superuserUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE "${name}" OWNER ${ROLES.owner.name}`);
  });
}

/** @template T @param {string} connectionString @param {(client: import('pg').Client) => Promise<T>} work */
export async function withClient(connectionString, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
