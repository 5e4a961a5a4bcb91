import { defineTable, bigint, instant } from '@crm/platform/db';

export const portfolioChangeTable = defineTable('portfolio_change', {
  id: bigint().generated(),
  at: instant().computed('now()'),
});
