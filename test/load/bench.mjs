// `npm run bench` measures requests per second of the product and of a bare server, on the same PostgreSQL and in the
// same minutes. The bare server is node:http and pg with its own statements (bare-statements.mjs), without sign-in,
// scope and validation. Each workload runs in turns, product and bare, and its row is printed when its rounds are over.
//
//   BENCH_ONLY     workloads to run, such as W1,W5 (default: all)
//   BENCH_ROUNDS   turns of each server (5)
//   BENCH_SECONDS  length of a turn (10)
//   BENCH_PROFILE  1: one more turn of the product under the profiler, and where its CPU time goes
//   BENCH_LEADS    leads in the database (100000); follow-ups, enterprises, contracts and imported rows in proportion
//
// The ratio is computed within each round; its median is shown, followed by the lowest and the highest. On a busy
// machine, read the CPU columns: the CPU time of one request, in the server and in PostgreSQL, hardly changes.
import { cpus } from 'node:os';
import { interleaved } from './measure.mjs';
import { profiledTurn } from './profile.mjs';
import { residentMb } from './processes.mjs';
import { assertSameSummary } from './same-summary.mjs';
import { setStage } from './stage.mjs';
import { printFoot, printHead, printImport, printRow } from './table.mjs';
import { keptSums, works } from './works.mjs';

const leads = Number(process.env.BENCH_LEADS ?? 100_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 10);
const only = process.env.BENCH_ONLY?.split(',');
const wanted = (/** @type {string} */ id) => only === undefined || only.includes(id);

// However this process ends, the guard of the stage stops what was started and removes its data.
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => process.exit(130));

const began = Date.now();
const stage = await setStage(leads);
try {
  let failed = 0;
  let profiles = 0;
  printHead();
  for (const work of await works(stage, seconds)) {
    if (!wanted(work.id)) continue;
    if (work.id === 'W5') await assertSameSummary(work.sides);
    const { product, bare } = await interleaved(rounds, work.sides);
    failed += printRow({ ...work, ours: product, theirs: bare });
    if (process.env.BENCH_PROFILE)
      await profiledTurn({ name: work.id, side: work.sides.product, dir: stage.dataDir, number: profiles++ });
    if (work.id !== 'W5') continue;
    for (const kept of keptSums(stage, seconds)) {
      const { ours } = await interleaved(rounds, { ours: kept.side });
      failed += printRow({ ...kept, ours, theirs: product });
    }
  }
  const resident = residentMb(stage.api.pid);
  // This imports the server's packages, which a fresh clone has built only now.
  const { importRows } = await import('./import-rows.mjs');
  if (wanted('W6')) printImport(await importRows(stage, leads / 10, Math.min(rounds, 3)));
  printFoot({ rounds, seconds, cores: cpus().length, resident, minutes: (Date.now() - began) / 60_000 });
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
} finally {
  await stage.clear();
}
process.exit();
