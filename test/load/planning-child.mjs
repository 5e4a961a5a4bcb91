// One worker's planning, measured in its own process: time, memory and the longest block of its event loop.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readConfig } from '@crm/platform/config';
import { Database, createDataSource } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { dueSources } from '@crm/server/operations';
import { PlanChanges, PlanReminders, PreviewReminders, ReconcileReminders } from '@crm/server/reminders';

const CHANGES = 50;
const log = createLogger('bench', 'error');
const config = readConfig(process.env);
const dataSource = await createDataSource({
  url: config.databaseUrl,
  pool: 4,
  migrations: [],
  applicationName: 'bench',
  log,
}).initialize();
const database = new Database(dataSource);
const changes = new PlanChanges(database, config, log, dueSources);
const planning = new PlanReminders(database, config, log, dueSources);
const ledger = new ReconcileReminders(database, config, log, dueSources, changes);
const previews = new PreviewReminders(database, config, dueSources);

const TICK_MS = 10;
/** CPU time of the main thread so far (Linux). On a busy machine a block lasts longer than it computes. */
const mainCpuMs = () => Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;

/** The most CPU between two ticks of a timer: the longest turn of the event loop, at most a tick more. */
function watchTurns() {
  let [longest, before] = [0, mainCpuMs()];
  const timer = setInterval(() => {
    const now = mainCpuMs();
    longest = Math.max(longest, now - before);
    before = now;
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    return Math.max(longest, 0);
  };
}

/** @template T @param {() => Promise<T>} work */
async function measured(work) {
  const loop = monitorEventLoopDelay({ resolution: TICK_MS });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  loop.enable();
  const longestTurn = watchTurns();
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const answer = await work();
  const { user, system } = process.cpuUsage(cpu);
  loop.disable();
  clearInterval(watch);
  return {
    answer,
    seconds: (performance.now() - began) / 1_000,
    cpuSeconds: (user + system) / 1e6,
    peakMb: Math.max(peak, process.memoryUsage.rss()) / 2 ** 20,
    longestBlockMs: loop.max / 1e6,
    longestTurnCpuMs: longestTurn(),
  };
}

/** One line for each work, as soon as it is measured: a large size takes an hour. */
const tell = (/** @type {string} */ work, /** @type {object} */ result) =>
  process.stdout.write(`${JSON.stringify({ work, ...result })}\n`);

tell('sweep', await measured(() => planning.planOn()));
tell('again', await measured(() => planning.planOn()));
tell('check', await measured(() => ledger.reconcile()));
tell('preview', await measured(async () => (await previews.preview(process.env.TODAY, 50)).lines.length));
const leads = await database.read((rows) =>
  rows.rows(`SELECT id FROM lead WHERE stage = 'negotiation' ORDER BY id LIMIT ${CHANGES}`),
);
const single = [];
for (const { id } of leads) {
  await database.transaction('system:bench', (tx) =>
    tx.run('UPDATE lead SET next_on = current_date, version = version + 1 WHERE id = $1', [id]),
  );
  single.push(await measured(() => changes.drain()));
}
single.sort((a, b) => a.cpuSeconds - b.cpuSeconds);
tell('one', single[single.length >> 1]);
await dataSource.destroy();
process.exit(0);
