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

export const planChanges = defineJob({
  name: 'reminders.plan-changes',
  does: 'The reminders of records that changed follow the change; those of nobody else are looked at.',
  payload: z.object({}),
  lane: 'quick',
  attempts: 1,
});

/**
 * Reports changed records, in the use case that changed them; their reminders follow within a second. For the tables of
 * the first rooms, triggers do this.
 */
export const dueHasChanged = (tx: Tx, kind: string, ids: readonly string[]): Promise<number> =>
  tx.run(
    `INSERT INTO due_change (kind, record, bulk)
     SELECT $1, record, cardinality($2::uuid[]) > 50
     FROM unnest($2::uuid[]) AS record`,
    [kind, ids],
  );

/** After a change of a rule, a limit or the calendar: these rooms, or all, are planned again from end to end. */
export async function dueRulesChanged(tx: Tx, rooms?: readonly string[]): Promise<void> {
  await tx.run(
    `INSERT INTO due_ask (room)
     SELECT room
     FROM due_sweep
     WHERE $1::text[] IS NULL OR room = ANY($1)`,
    [rooms ?? null],
  );
  await requestJob(tx, planReminders, {});
}
