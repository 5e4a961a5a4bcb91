import { ConfigurationError, readConfig, type Config, type Needed } from '@crm/platform/config';
import { UnfitDatabaseError, type Database } from '@crm/platform/db';
import { createLogger, mappedStack, type Logger } from '@crm/platform/log';
import { openDatabase } from './open-database.js';

interface Composed {
  /** Begins to work: answers requests or takes jobs. */
  work(): Promise<void>;
  /** Lets running work end; the database is still available. */
  stop(): Promise<void>;
}

interface ProcessPlan {
  readonly name: 'api' | 'worker';
  /** Settings it cannot do without. */
  readonly needs?: readonly Needed[];
  /** The time that running work has to end. */
  readonly drainMs: number;
  /** Errors that the operator can fix: their message is shown without a stack. */
  readonly refusals?: readonly (new () => Error)[];
  compose(config: Config, log: Logger, database: Database): Promise<Composed>;
}

/** Starts, or ends with a clear message: a process that cannot work must not stay up, or nobody would notice. */
export function runProcess(plan: ProcessPlan): void {
  start(plan).catch((error: unknown) => {
    process.stderr.write(`${textOf(error, plan.refusals)}\n`);
    process.exit(1);
  });
}

async function start({ name, needs, drainMs, compose }: ProcessPlan): Promise<void> {
  const config = readConfig(undefined, needs);
  const log = createLogger(name, config.logLevel);
  const database = await openDatabase(config, log, `crm-${name}`);
  const composed = await compose(config, log, database);

  let stopping = false;
  const stop = async (why: string, code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(code || 1), drainMs).unref();
    await composed.stop();
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

  await composed.work();
}

function textOf(error: unknown, refusals: ProcessPlan['refusals'] = []): string {
  if (!(error instanceof Error)) return String(error);
  const told = [ConfigurationError, UnfitDatabaseError, ...refusals].some((kind) => error instanceof kind);
  return told ? error.message : mappedStack(error.stack ?? error.message);
}
