// `npm test [ring…] [pattern or Jest option…]`: everything, or single rings, on a machine with Node alone. The last
// line is the total.
import { ensureServer, ensureWeb } from '../apps/stack/builds.mjs';
import { ensureInstalled } from '../apps/stack/install.mjs';
import { passing } from '../apps/stack/processes.mjs';
import { sayWhyItStopped } from '../apps/stack/say.mjs';
import { jestRing } from './rings/jest-ring.mjs';
import { ensureMachine } from './rings/machine.mjs';
import { summary } from './rings/result.mjs';
import { lint, types } from './rings/static-checks.mjs';
import startServers from './servers/start.mjs';
import stopServers from './servers/stop.mjs';

const RINGS = ['lint', 'types', 'rules', 'architecture', 'db', 'e2e', 'web', 'faults'];
const NEED_BUILD = ['architecture', 'db', 'e2e', 'web', 'faults'];
const NEED_SERVERS = ['db', 'e2e', 'web', 'faults'];

const began = Date.now();
const named = process.argv.slice(2).filter((argument) => RINGS.includes(argument));
const more = process.argv.slice(2).filter((argument) => !RINGS.includes(argument));
const rings = named.length > 0 ? RINGS.filter((ring) => named.includes(ring)) : RINGS;
const some = (/** @type {string[]} */ of) => rings.some((ring) => of.includes(ring));

/** @type {import('./rings/result.mjs').Result[]} */
const results = [];

/** @param {string} ring @param {() => Promise<{ passed: number, failed: number, note?: string }>} work */
async function measured(ring, work) {
  process.stdout.write(`\n▶ ${ring}\n`);
  const from = Date.now();
  let counted;
  try {
    counted = await work();
  } catch (error) {
    sayWhyItStopped(error);
    counted = { passed: 0, failed: 1, note: 'did not run' };
  }
  results.push({ ring, seconds: (Date.now() - from) / 1000, ...counted });
  if (counted.note) process.stdout.write(`  ${counted.note}\n`);
  return counted.failed === 0;
}

async function main() {
  await ensureInstalled();
  ensureMachine(rings);
  if (rings.includes('lint')) await measured('lint', lint);
  if (rings.includes('types')) await measured('types', types);
  if (rings.includes('rules')) await measured('rules', () => jestRing('rules', more));
  if (some(NEED_BUILD)) {
    const ready = await measured('build', async () => {
      await ensureServer();
      if (rings.includes('web')) await ensureWeb();
      if (some(NEED_SERVERS)) await startServers();
      return { passed: 1, failed: 0 };
    });
    for (const ring of NEED_BUILD.filter((name) => rings.includes(name))) {
      await measured(ring, async () =>
        ready || ring === 'architecture'
          ? jestRing(ring, more)
          : { passed: 0, failed: 1, note: 'not run: the build or the servers failed' },
      );
    }
    await stopServers();
  }
}

for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    for (const child of passing) child.kill('SIGTERM');
    void stopServers().finally(() => process.exit(130));
  });
}

try {
  await main();
} catch (error) {
  sayWhyItStopped(error);
  results.push({ ring: 'setup', passed: 0, failed: 1, seconds: (Date.now() - began) / 1000, note: 'see above' });
}
const { text, failed } = summary(results, (Date.now() - began) / 1000);
process.stdout.write(`${text}\n`, () => process.exit(failed > 0 ? 1 : 0));
