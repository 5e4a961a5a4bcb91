import { z } from 'zod';
import { defineJob } from '@crm/platform/queue';
import { planChanges, planReminders } from '../due/index.js';

export const deliverReminder = defineJob({
  name: 'reminders.deliver',
  does: 'The occurrence is told to its recipient by its channel, or found told already.',
  payload: z.object({ occurrenceId: z.uuid() }),
  lane: 'quick',
  attempts: 3,
});

export const reapReminders = defineJob({
  name: 'reminders.reap',
  does: 'Mail whose sender died on the way is listed as uncertain.',
  payload: z.object({}),
  lane: 'quick',
  every: { ms: 60_000 },
  attempts: 1,
});

export const watchPlanning = defineJob({
  name: 'reminders.watch-planning',
  does: 'A planning that is owed and that nobody is doing has been asked for.',
  payload: z.object({}),
  lane: 'quick',
  every: { ms: 60_000 },
  attempts: 1,
});

export const reconcileReminders = defineJob({
  name: 'reminders.reconcile',
  does: 'What ought to stand in the ledger by deadlines and rules, computed anew, stands there; what did not is named in the log.',
  payload: z.object({}),
  lane: 'quick',
  every: { cron: '0 20 * * * *' },
  attempts: 1,
});

export const reminderJobs = [
  planReminders,
  planChanges,
  deliverReminder,
  reapReminders,
  watchPlanning,
  reconcileReminders,
];
