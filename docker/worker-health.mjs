// Checks whether the worker of this container is alive, by its heartbeat row: a hanging process writes none.
import { createRequire } from 'node:module';
import { hostname } from 'node:os';

const { Client } = createRequire(new URL('../libs/platform/package.json', import.meta.url))('pg');
const SILENT_SECONDS = 30;

const client = new Client({
  connectionString: process.env.DATABASE_URL,
  connectionTimeoutMillis: 3_000,
  query_timeout: 3_000,
});
client.on('error', () => process.exit(1));
try {
  await client.connect();
  const { rowCount } = await client.query(
    `SELECT
     FROM worker_heartbeat
     WHERE split_part(worker, ':', 1) = $1 AND seen_at > now() - make_interval(secs => $2)`,
    [hostname(), SILENT_SECONDS],
  );
  process.exit(rowCount ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
