import { NestFactory } from '@nestjs/core';
import type { Config } from '@crm/platform/config';
import { isDatabaseAway, type Database } from '@crm/platform/db';
import { LiveListener } from '@crm/platform/live';
import type { Logger } from '@crm/platform/log';
import { JobRequests, REQUEST_CHANNEL, Relay, requestJob, settleIn } from '@crm/platform/queue';
import { JobEngine, queueServerOf } from '@crm/platform/job-engine';
import { isFinal } from '@crm/server/operations';
import { Heartbeat } from './heartbeat.js';
import { rooms } from './rooms.js';
import { WorkerModule } from './worker.module.js';

const GRACE_MS = 20_000;

export interface RunningWorker {
  /**
   * Resolves when the worker takes jobs: at once, or when the queue server is reachable. Rejects if that server is
   * unfit.
   */
  readonly working: Promise<void>;
  stop(): Promise<void>;
}

/** Composes the rooms, checks that each job has a handler, and takes jobs as soon as the queue server is reachable. */
export async function createWorker(config: Config, log: Logger, database: Database): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.for(config, log, database), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const jobs = rooms.flatMap((room) => room.jobs);
  const handlers = rooms.flatMap((room) => room.handlers.map((handled) => handled((service) => app.get(service))));
  const engine = new JobEngine({
    server: queueServerOf(config),
    zone: config.zone,
    jobs,
    handlers,
    isFinal,
    isPassing: isDatabaseAway,
    settle: settleIn(database),
    log,
  });
  const relay = new Relay(
    engine,
    [new JobRequests(database, jobs), ...rooms.flatMap((room) => (room.relays ?? []).map((source) => app.get(source)))],
    log,
  );
  const requests = new LiveListener(config.databaseDirectUrl ?? config.databaseUrl, log, REQUEST_CHANNEL);
  const heartbeat = new Heartbeat(database, () => engine.laneNames, log);

  await heartbeat.start();
  await requests.start();
  requests.subscribe(() => relay.nudge());
  relay.start();
  return {
    working: engine.start().then(async () => {
      await heartbeat.beat();
      await database.transaction('system:worker', async (tx) => {
        for (const job of rooms.flatMap((room) => room.atStart ?? [])) await requestJob(tx, job, {});
      });
    }),
    // The order matters: take nothing new, let running jobs end while the database is up, then close the connections.
    stop: async () => {
      await requests.stop();
      await relay.stop();
      await engine.stop(GRACE_MS);
      await heartbeat.stop();
      await app.close();
    },
  };
}
