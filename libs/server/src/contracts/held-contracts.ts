import { counting, type HoldingSource } from '../leaving/index.js';
import { contractTable } from './contract.entity.js';

const DRAFTS = ['draft', 'in-review'] as const;
const RUNNING = ['signed', 'performing'] as const;
const listed = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ');
const roles = ['officer', 'manager'] as const;

/** 草案 of which the person is the officer, or which they began. */
export const heldDrafts: HoldingSource = {
  kind: 'drafts',
  count: counting(
    `FROM contract t WHERE coalesce(t.officer_id, t.created_by) = $1 AND t.status IN (${listed(DRAFTS)})`,
  ),
  handOn: {
    roles,
    to: async (tx, { fromUserId, toUserId }) => {
      await contractTable.update(tx, { officerId: fromUserId, status: DRAFTS }, { officerId: toUserId });
      await contractTable.update(
        tx,
        { officerId: null, createdBy: fromUserId, status: DRAFTS },
        { officerId: toUserId },
      );
    },
  },
};

/** 经办的合同: signed, and not over. Who looks after one is no term of the contract. */
export const heldContracts: HoldingSource = {
  kind: 'contracts',
  count: counting(`FROM contract t WHERE t.officer_id = $1 AND t.status IN (${listed(RUNNING)})`),
  handOn: {
    roles,
    to: async (tx, { fromUserId, toUserId }) => {
      await contractTable.update(tx, { officerId: fromUserId, status: RUNNING }, { officerId: toUserId });
    },
  },
};
