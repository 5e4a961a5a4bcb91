import { z } from 'zod';
import { defineJob } from '@crm/platform/queue';

export const sweep = defineJob({
  name: 'upkeep.sweep',
  does: 'Nothing is kept longer than it serves: ended sessions, answered idempotency keys, closed job requests, silent workers.',
  payload: z.object({}),
  lane: 'quick',
  every: { cron: '0 30 3 * * *' },
  attempts: 3,
});

export const upkeepJobs = [sweep];
