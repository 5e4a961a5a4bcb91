import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startGuard } from '../../../apps/stack/guard.mjs';
import { startPostgres } from '../../../apps/stack/postgres.mjs';
import { makeDatabase } from '../../../apps/stack/postgres-databases.mjs';
import { readPidFile } from '../../../apps/stack/postgres-left-over.mjs';

// A PostgreSQL for a fault test, which may be killed. It has the production settings, so that committed data survive.
// It prints its address as one line of JSON. `kill` on standard input kills the server and restarts it on the same
// port. It ends with its standard input.

const dataDir = mkdtempSync(join(tmpdir(), 'crm-faults-'));
chmodSync(dataDir, 0o711);
const guard = startGuard();
guard.removeLater(dataDir);
const postgres = await startPostgres({ dataDir, guard, durable: true, log: join(dataDir, 'postgres.log') });
if (postgres.outside) guard.removeLater(postgres.home);
await makeDatabase(postgres.url('postgres'), 'faults');
const say = (/** @type {object} */ what) => process.stdout.write(`${JSON.stringify(what)}\n`);
say({ ready: { superuserUrl: postgres.url('faults'), ...postgres.urls('faults') } });

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() !== 'kill') continue;
  const pid = readPidFile(join(postgres.home, 'cluster'))?.pid;
  process.kill(/** @type {number} */ (pid), 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await postgres.restart();
  say({ restarted: pid });
}
await postgres.stop();
guard.dismiss();
process.exit(0);
