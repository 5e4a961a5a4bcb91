// The role and the databases of the product in a running server.

export const APPLICATION_ROLE = 'crm';

/** @param {string} superuserUrl @param {string} appPassword */
export async function makeRole(superuserUrl, appPassword) {
  await withClient(superuserUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION_ROLE]);
    await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${APPLICATION_ROLE} LOGIN PASSWORD '${appPassword}'`);
  });
}

/** @param {string} superuserUrl @param {string} name */
export async function makeDatabase(superuserUrl, name) {
  await withClient(superuserUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE "${name}" OWNER ${APPLICATION_ROLE}`);
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
