import { z } from 'zod';
import type { Tx } from '@crm/platform/db';
import { defineJob, requestJob } from '@crm/platform/queue';

export const planReminders = defineJob({
  name: 'reminders.plan',
  does: 'Whatever is due today or in the next days stands in the ledger of reminders once; what is no longer due is cancelled.',
  payload: z.object({}),
  lane: 'quick',
  every: { cron: '0 0 6 * * *' },
  attempts: 5,
  gatherMs: 1_000,
});

/**
 * Called in the use case that changed a deadline (an import, a signature, a figure), so that reminders come today and
 * not tomorrow morning. Many changes are planned once.
 */
export const dueHasChanged = (tx: Tx): Promise<string> => requestJob(tx, planReminders, {});
