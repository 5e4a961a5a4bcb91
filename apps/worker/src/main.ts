import 'reflect-metadata';
import { ConfigurationError, readConfig } from '@crm/platform/config';
import { UnfitDatabaseError } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { UnfitQueueServerError } from '@crm/platform/queue/engine';
import { openDatabase } from '@crm/server/operations';
import { createWorker } from './create-worker.js';

/** The time for running jobs to end, and a little more for the connections. */
const DRAIN_MS = 25_000;

/** Starts, or ends with a clear message: a process that cannot work must not stay up, or nobody would notice. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLogger('worker', config.logLevel);
  const database = await openDatabase(config, log, 'crm-worker');
  const worker = await createWorker(config, log, database);

  let stopping = false;
  const stop = async (why: string, code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(code || 1), DRAIN_MS).unref();
    await worker.stop();
    await database.dataSource.destroy();
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal, 0));
  if (config.parentWatch) process.on('disconnect', () => void stop('the starter is gone', 0));
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error: unknown) => {
      log.fatal({ err: error }, fault);
      void stop(fault, 1);
    });
  }

  await worker.working;
  log.info('working');
  // Tells a supervising parent that jobs are taken from now on.
  process.send?.('ready');
}

main().catch((error: unknown) => {
  const expected =
    error instanceof ConfigurationError ||
    error instanceof UnfitDatabaseError ||
    error instanceof UnfitQueueServerError;
  process.stderr.write(
    `${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
