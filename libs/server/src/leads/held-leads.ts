import { workedStages } from '@crm/domain/leads';
import { counting, type HoldingSource } from '../leaving/index.js';
import { leadTable } from './lead.entity.js';

/** Leads that are still worked on; what was signed or lost stays under the name of its owner. */
export const heldLeads: HoldingSource = {
  kind: 'leads',
  count: counting(
    `FROM lead t WHERE t.owner_id = $1 AND t.stage IN (${workedStages.map((stage) => `'${stage}'`).join(', ')})`,
  ),
  handOn: {
    roles: ['officer', 'manager'],
    to: async (tx, { fromUserId, toUserId, reason }) => {
      await leadTable.update(
        tx,
        { ownerId: fromUserId, stage: workedStages },
        { ownerId: toUserId, transferReason: reason },
      );
    },
  },
};
