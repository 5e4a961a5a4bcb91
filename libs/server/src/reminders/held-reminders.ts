import { counting, type HoldingSource } from '../leaving/index.js';

/** An inbox is personal; a deadline is planned anew for whoever has the record. */
export const heldReminders: HoldingSource = {
  kind: 'reminders',
  count: counting(`FROM reminder t WHERE t.user_id = $1 AND t.status = 'open'`),
};
