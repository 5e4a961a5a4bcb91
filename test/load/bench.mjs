// `npm run bench`: what the product does in a second beside a bare server on the same PostgreSQL, in the same minutes.
// Bare is node:http and pg with statements of its own (bare-statements.mjs): no sign-in, no scope, no validation.
// Each work is measured in turns, product and bare, and its row is printed as soon as its rounds are over.
//
//   BENCH_ONLY     works to run, such as W1,W5; all of them without it
//   BENCH_ROUNDS   turns each side gets (5)
//   BENCH_SECONDS  length of one turn (10)
//   BENCH_LEADS    leads in the database (100000); follow-ups, firms, contracts and imported rows keep their share
//
// The ratio is taken within each round: the median is shown, with the lowest and the highest behind it. On a busy
// machine read the CPU columns: what one request costs the server and PostgreSQL hardly moves.
import { cpus } from 'node:os';
import { interleaved } from './measure.mjs';
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

// The guard of the stage ends what was started and removes its data, however this process ends.
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => process.exit(130));

const began = Date.now();
const stage = await setStage(leads);
try {
  let failed = 0;
  printHead();
  for (const work of await works(stage, seconds)) {
    if (!wanted(work.id)) continue;
    if (work.id === 'W5') await assertSameSummary(work.sides);
    const { product, bare } = await interleaved(rounds, work.sides);
    failed += printRow({ ...work, ours: product, theirs: bare });
    if (work.id !== 'W5') continue;
    for (const kept of keptSums(stage, seconds)) {
      const { ours } = await interleaved(rounds, { ours: kept.side });
      failed += printRow({ ...kept, ours, theirs: product });
    }
  }
  const resident = residentMb(stage.api.pid);
  // Imports the server's packages, which a fresh clone has only now built.
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
