// One worker's planning, measured in its own process: time, memory and the longest block of its event loop.
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

/** @template T @param {() => Promise<T>} work */
async function measured(work) {
  const loop = monitorEventLoopDelay({ resolution: 10 });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  loop.enable();
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
  };
}

const sweep = await measured(() => planning.planOn());
const again = await measured(() => planning.planOn());
const check = await measured(() => ledger.reconcile());
const preview = await measured(() => previews.preview(process.env.TODAY, 50));
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
single.sort((a, b) => a.seconds - b.seconds);
const middle = single[single.length >> 1];
process.stdout.write(JSON.stringify({ sweep, again, check, preview, one: middle }));
await dataSource.destroy();
process.exit(0);
