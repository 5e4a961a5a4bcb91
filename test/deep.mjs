// `npm run deep [name…]`: the full doses of what `npm test` takes a little of, and what takes long. Prints one table.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureAll } from '../apps/stack/builds.mjs';
import { ensureInstalled } from '../apps/stack/install.mjs';
import { ROOT } from '../apps/stack/nx.mjs';
import { inPassing, passing } from '../apps/stack/processes.mjs';
import { sayWhyItStopped } from '../apps/stack/say.mjs';
import { ensureMachine } from './rings/machine.mjs';
import { jestCounted } from './rings/reports.mjs';
import { summary } from './rings/result.mjs';

/** Each with its ring, and the specs of it. */
const CHECKS = /** @type {Record<string, [ring: string, specs: string]>} */ ({
  // 10,000 reminders, 200 killed workers, 20 emptied queues, 20 killed databases.
  reminders: ['faults', 'test/faults/reminders-survive'],
  // A worker killed at every step of an import of 600 rows.
  'killed-imports': ['faults', 'test/faults/import-survives'],
  // 10,000 rows in one ledger.
  'large-imports': ['e2e', 'test/e2e/imports-large'],
  // Every route with an id, for every kind of person.
  matrix: ['e2e', 'test/e2e/matrix'],
  // 50,000 hostile requests.
  'hostile-inputs': ['e2e', 'test/e2e/hostile-inputs'],
  // Locks under forty guesses at once, twelve times, and false addresses in X-Forwarded-For.
  locks: ['e2e', 'test/e2e/locks'],
  // Keys, sessions, limits, slow bodies and strangers, with the proxy of docker/.
  security: ['e2e', 'test/e2e/(idempotency|sessions|rate-limits|strangers|behind-a-proxy)'],
  // More than a thousand tamperings with the audit trail by the owner of its tables.
  tampering: ['deep', 'test/deep/tampering'],
  // The product on the Node that is recommended.
  'node-24': ['deep', 'test/deep/node-24'],
  // The queue on a Redis cluster, and on a master that dies under its sentinel.
  'redis-topologies': ['deep', 'test/deep/redis-topologies'],
  // Two APIs behind nginx, replaced one after the other under load.
  rolling: ['deep', 'test/deep/rolling-restarts'],
  // PostgreSQL reached through PgBouncer in transaction mode.
  pooler: ['deep', 'test/deep/behind-a-pooler'],
});

const began = Date.now();
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in CHECKS));
/** @type {import('./rings/result.mjs').Result[]} */
const results = [];

/** @param {string} name @param {[string, string]} check */
async function run(name, [ring, specs]) {
  process.stdout.write(`\n▶ ${name}\n`);
  const from = Date.now();
  const script = join(ROOT, 'test/rings/jest.mjs');
  const child = inPassing(
    spawn(process.execPath, [script, ring, `deep-${name}`, specs], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, DOSE: 'full' },
    }),
  );
  const code = await new Promise((resolve) => child.once('close', resolve));
  const counted = jestCounted(ring, `deep-${name}`, code === 0, true);
  results.push({ ring: name, seconds: (Date.now() - from) / 1000, ...counted });
}

for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => {
    for (const child of passing) child.kill('SIGTERM');
    setTimeout(() => process.exit(130), 15_000).unref();
  });

try {
  if (unknown.length > 0)
    throw new Error(`no such check: ${unknown.join(', ')}; there are ${Object.keys(CHECKS).join(', ')}`);
  await ensureInstalled();
  ensureMachine(['faults', 'deep']);
  await ensureAll();
  for (const [name, check] of Object.entries(CHECKS))
    if (named.length === 0 || named.includes(name)) await run(name, check);
} catch (error) {
  sayWhyItStopped(error);
  results.push({ ring: 'setup', passed: 0, failed: 1, seconds: (Date.now() - began) / 1000, note: 'see above' });
}
const { text, failed } = summary(results, (Date.now() - began) / 1000);
process.stdout.write(`${text}\n`, () => process.exit(failed > 0 ? 1 : 0));
