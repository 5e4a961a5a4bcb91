import { z } from 'zod';
import { defineJob } from '@crm/platform/queue';

export const anchorAudit = defineJob({
  name: 'audit.anchor',
  does: 'The heads of the audit chains stand in a file outside the database, one per day.',
  payload: z.object({}),
  lane: 'quick',
  every: { cron: '0 5 0 * * *' },
  attempts: 5,
});

export const auditJobs = [anchorAudit];
