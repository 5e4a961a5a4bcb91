import { z } from 'zod';
import { defineJob } from '@crm/platform/queue';

export const sweepFiles = defineJob({
  name: 'files.sweep',
  does: 'Bytes of uploads that never became a record are taken off the disk after a day.',
  payload: z.object({}),
  lane: 'quick',
  every: { cron: '0 40 3 * * *' },
  attempts: 3,
});

export const fileJobs = [sweepFiles];
