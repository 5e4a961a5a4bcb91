import { defineTable, bigint, instant } from '@crm/platform/db';

/** One row per transaction that changed the stored sums; a trigger writes it. */
export const portfolioChangeTable = defineTable('portfolio_change', {
  id: bigint().generated(),
  at: instant().computed('now()'),
});
