import { JobRequests, Relay, defineJob, requestJob, settleIn, type JobHandler } from '@crm/platform/queue';
import { JobEngine } from '@crm/platform/job-engine';
import { z } from 'zod';
import { freshRedis } from '../../servers/redis.js';
import { bench, log, soon, type Bench } from './bench.js';

const slow = defineJob({
  name: 'spec.slow',
  does: 'Writes after a while.',
  payload: z.object({}),
  lane: 'quick',
  attempts: 1,
});

/** A worker is stopped while a job is running. */
describe('a worker that stops', () => {
  let on: Bench;
  beforeEach(async () => void (on = await bench()));
  afterEach(() => on.leave());

  async function stopInTheMiddle(order: 'engine, then database' | 'database, then engine'): Promise<boolean> {
    let begun = false;
    const handler: JobHandler<typeof slow> = {
      job: slow,
      handle: async () => {
        begun = true;
        await new Promise((resolve) => setTimeout(resolve, 600));
        await on.database.transaction('system:faults', (tx) =>
          tx.run(`INSERT INTO department (id, name) VALUES (gen_random_uuid(), '做完了')`),
        );
      },
    };
    const engine = new JobEngine({
      server: { kind: 'redis', url: await freshRedis() },
      zone: 'Asia/Shanghai',
      jobs: [slow],
      handlers: [handler as JobHandler],
      isFinal: () => false,
      isPassing: () => true,
      settle: settleIn(on.database),
      log,
    });
    const relay = new Relay(engine, [new JobRequests(on.database, [slow])], log, 50);
    await engine.start();
    relay.start();
    await on.database.transaction('system:faults', (tx) => requestJob(tx, slow, {}));
    if (!(await soon(async () => begun, 5_000))) throw new Error('the job never began');
    await relay.stop();
    if (order === 'engine, then database') {
      await engine.stop(5_000);
      await on.dataSource.destroy();
    } else {
      await on.dataSource.destroy();
      await engine.stop(5_000);
    }
    return (
      (
        await on.fresh.query<{ done: boolean }>(
          `SELECT
             EXISTS (SELECT 1 FROM department WHERE name = '做完了')
               AND EXISTS (SELECT 1 FROM job_request WHERE done_at IS NOT NULL) AS done`,
        )
      )[0]?.done === true
    );
  }

  it('ends its job first when it lets go of the database last', async () =>
    expect(await stopInTheMiddle('engine, then database')).toBe(true));
  it('is caught: the other way round the job loses its database under its hands', async () =>
    expect(await stopInTheMiddle('database, then engine')).toBe(false));
});
