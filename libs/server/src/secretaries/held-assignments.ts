import { addDays } from '@crm/domain/days';
import { publish } from '@crm/platform/live';
import { counting, type HoldingSource } from '../leaving/index.js';
import { handOverIn } from './hand-over.js';
import * as store from './assignments.store.js';

/** 服务的企业, through the last day; the successor begins on the day after, so no day is without a secretary. */
export const heldAssignments: HoldingSource = {
  kind: 'assignments',
  count: counting(`FROM secretary_assignment t WHERE t.user_id = $1 AND (t.to_day IS NULL OR t.to_day > $2)`),
  handOn: {
    roles: ['secretary', 'officer', 'manager'],
    to: async (tx, { actor, fromUserId, toUserId, lastDay, reason }) => {
      const history = await store.lockedHistory(tx, await store.enterprisesOf(tx, fromUserId));
      await handOverIn(tx, actor, fromUserId, { toUserId, fromDay: addDays(lastDay, 1), reason }, history);
      await publish(tx, { topic: 'secretary-assignments' });
    },
  },
};
