import { z } from 'zod';
import { defineJob } from '@crm/platform/queue';

export const endSessions = defineJob({
  name: 'access.end-sessions',
  does: 'A session that is idle or too old is marked as ended, with the reason, so that the audit trail tells it.',
  payload: z.object({}),
  lane: 'quick',
  every: { cron: '30 */5 * * * *' },
  attempts: 3,
});

export const accessJobs = [endSessions];
