import 'reflect-metadata';
import { UnfitQueueServerError } from '@crm/platform/job-engine';
import { runProcess } from '@crm/server/operations';
import { createWorker } from './create-worker.js';

runProcess({
  name: 'worker',
  needs: ['AUDIT_KEY'],
  // The time for running jobs to end, and a little more for the connections.
  drainMs: 25_000,
  refusals: [UnfitQueueServerError],
  compose: async (config, log, database) => {
    const worker = await createWorker(config, log, database);
    return {
      work: async () => {
        await worker.working;
        log.info('working');
        // Tells a supervising parent that jobs are taken from now on.
        process.send?.('ready');
      },
      stop: () => worker.stop(),
    };
  },
});
