import { z } from 'zod';
import { defineJob } from '@crm/platform/queue';

export const assessAll = defineJob({
  name: 'commitments.assess-all',
  does: 'Every contract whose verdict the calendar has changed is judged again.',
  payload: z.object({}).loose(),
  lane: 'heavy',
  every: { cron: '0 10 2 * * *' },
  attempts: 3,
});

export const assessOne = defineJob({
  name: 'commitments.assess',
  does: 'One contract is judged again by what is known now.',
  payload: z.object({ contractId: z.uuid() }).loose(),
  lane: 'quick',
  attempts: 5,
});

export const assessmentJobs = [assessAll, assessOne];
