import { auth } from '@crm/api-contract/access';
import { reminders, type Reminder } from '@crm/api-contract/reminders';
import { addDays, addYears, yearOf } from '@crm/domain/days';
import type { Client } from '../../servers/client.js';
import { eventually } from '../../servers/patience.js';
import { startProduct } from '../../servers/product.js';
import { zoneOf } from '../zone.js';

/** A product with people in it, and what the journeys of reminders ask it. */
export async function reminderOffice(queue: 'redis' | 'postgres') {
  const product = await startProduct({ demo: 'accounts', queue });
  const zone = await zoneOf(product);
  const [{ today }] = (await product.database.query<{ today: string }>(
    `SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`,
  )) as [{ today: string }];
  const officerId = (await zone.officer.call(auth.me)).user.id;

  const inbox = async (client: Client, about?: string, status: 'open' | 'done' = 'open'): Promise<Reminder[]> =>
    (await client.call(reminders.list, undefined, { query: { filter: { status }, perPage: 200 } })).data.filter(
      (row) => about === undefined || row.link.includes(about),
    );
  /** Construction has begun, so that neither idle land nor the check-up sends reminders. */
  const underWay = () => [{ kind: 'construction-start' as const, actualOn: addDays(today, -10) }];
  /** The investment is due in twenty days, so the step of thirty days before is sent now. */
  const comesDue = () =>
    zone.signed(
      {
        officerId,
        milestones: underWay(),
        fullProductionYear: yearOf(today) + 3,
        commitments: [{ indicator: 'investment', perMuWan: '300', dueOn: addDays(today, 20) }],
      },
      addYears(today, -1),
    );
  const quiet = () =>
    eventually(
      async () =>
        (
          await product.database.query(
            `SELECT 1 AS busy
             FROM job_request
             WHERE done_at IS NULL
             UNION ALL
             SELECT 1
             FROM due_change
             UNION ALL
             SELECT 1
             FROM reminder_occurrence
             WHERE status = 'pending' AND due_at <= now() AND NOT digest`,
          )
        ).length === 0,
    );
  return { product, zone, today, officerId, inbox, underWay, comesDue, quiet };
}

export type ReminderOffice = Awaited<ReturnType<typeof reminderOffice>>;
