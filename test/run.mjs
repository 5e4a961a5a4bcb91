// `npm test [ring…] [pattern or Jest option…]` runs everything, or single rings, on a machine with only Node. The last
// line is the total. Rings are targets of Nx: unchanged ones that passed come from the cache.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureAll, ensureServer } from '../apps/stack/builds.mjs';
import { ensureInstalled } from '../apps/stack/install.mjs';
import { ROOT, runNx } from '../apps/stack/nx.mjs';
import { inPassing, passing } from '../apps/stack/processes.mjs';
import { sayWhyItStopped } from '../apps/stack/say.mjs';
import { ensureMachine } from './rings/machine.mjs';
import { jestCounted, summed } from './rings/reports.mjs';
import { summary } from './rings/result.mjs';

/**
 * The targets of each ring. Those of the house look at all projects in one process: ten processes would load the same
 * rules and sources again. `npx nx affected -t lint,typecheck` looks at single projects.
 */
const STATIC = /** @type {Record<string, string[]>} */ ({
  lint: ['lint', 'format', 'knip', 'document'],
  types: ['typecheck'],
});
/** The page has types of its own: of a browser. */
const LOOKS = /** @type {Record<string, string>} */ ({ lint: 'house', types: 'house,web' });
const JEST = ['rules', 'architecture', 'db', 'e2e', 'web', 'faults'];
/** What a ring runs is built before it, so that its tasks write no output while processes run from it. */
const BUILT = /** @type {Record<string, () => Promise<void>>} */ ({
  db: ensureServer,
  e2e: ensureServer,
  web: ensureAll,
  faults: ensureAll,
});
const RINGS = [...Object.keys(STATIC), ...JEST];

const began = Date.now();
const given = process.argv.slice(2);
const named = given.filter((argument) => RINGS.includes(argument));
const more = given.filter((argument) => !RINGS.includes(argument) && argument !== '--no-cache');
const noCache = given.includes('--no-cache') ? ['--skip-nx-cache'] : [];
const rings = named.length > 0 ? RINGS.filter((ring) => named.includes(ring)) : RINGS;

/** @type {import('./rings/result.mjs').Result[]} */
const results = [];

/** @param {string} ring @returns {Promise<import('./rings/reports.mjs').Counted>} */
async function byNx(ring) {
  const targets = STATIC[ring] ?? [ring];
  const style = STATIC[ring] ? 'static' : 'stream-without-prefixes';
  await BUILT[ring]?.();
  const only = [
    ...(LOOKS[ring] ? [`--projects=${LOOKS[ring]}`] : []),
    ...(BUILT[ring] ? ['--excludeTaskDependencies'] : []),
  ];
  const run = ['run-many', '-t', targets.join(','), '--nxBail=false', `--outputStyle=${style}`, ...only, ...noCache];
  const { code, tasks } = await runNx(run, { show: true });
  const broken = tasks.filter((task) => !targets.includes(task.target) && !task.ok);
  const own = tasks.filter((task) => targets.includes(task.target));
  const counted = summed([
    ...own.map(({ project, ok }) =>
      STATIC[ring] ? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 } : jestCounted(ring, project, ok),
    ),
    ...broken.map(({ project, target }) => ({ passed: 0, failed: 1, note: `${target} of ${project} failed` })),
  ]);
  if (own.length > 0 && own.every((task) => task.cached)) counted.note = `${counted.note} 缓存 from the cache`.trim();
  if (counted.failed > 0 || (code === 0 && own.length > 0)) return counted;
  return { ...counted, failed: 1, note: `Nx ended with ${code}` };
}

/**
 * Runs some specs of a ring with Jest itself, on what is built.
 * @param {string} ring
 */
async function someSpecs(ring) {
  const script = join(ROOT, 'test/rings/jest.mjs');
  const child = inPassing(spawn(process.execPath, [script, ring, 'some', ...more], { cwd: ROOT, stdio: 'inherit' }));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', resolve);
  });
  return jestCounted(ring, 'some', code === 0, true);
}

async function main() {
  await ensureInstalled();
  ensureMachine(rings);
  for (const ring of rings) {
    process.stdout.write(`\n▶ ${ring}\n`);
    const from = Date.now();
    const counted = await (more.length > 0 && JEST.includes(ring) ? someSpecs(ring) : byNx(ring));
    results.push({ ring, seconds: (Date.now() - from) / 1000, ...counted });
  }
}

let stopped = false;
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    stopped = true;
    for (const child of passing) child.kill('SIGTERM');
    setTimeout(() => process.exit(130), 15_000).unref();
  });
}

try {
  await main();
} catch (error) {
  sayWhyItStopped(error);
  results.push({ ring: 'setup', passed: 0, failed: 1, seconds: (Date.now() - began) / 1000, note: 'see above' });
}
const { text, failed } = summary(results, (Date.now() - began) / 1000);
process.stdout.write(`${text}\n`, () => process.exit(stopped ? 130 : failed > 0 ? 1 : 0));
