import type { Where } from '../data-access/index.js';

export interface PortfolioScope {
  readonly signedFrom?: string | undefined;
  readonly signedTo?: string | undefined;
  readonly parkId?: string | undefined;
  readonly industryId?: string | undefined;
  readonly officer?: string | undefined;
}

export const scoped = (where: Where, scope: PortfolioScope): Where =>
  where
    .given(scope.signedFrom, 'c.signed_on >= ?')
    .given(scope.signedTo, 'c.signed_on <= ?')
    .given(scope.parkId, 'c.park_id = ?')
    .given(scope.industryId, 'c.industry_id = ?')
    .given(scope.officer, 'c.handler_name = ?');

/**
 * The counted contracts. There are two ways to them, and the sums are the same in both. `storedMembers` reads what is
 * kept with every change; `liveMembers` computes from promises, figures and standards.
 */
export interface Members {
  /** A row of sums for each value of `key`, an expression over the contract `c`; null: one row of all, even of none. */
  readonly summed: (key: string | null) => string;
  readonly values: unknown[];
  /** True of what is computed in many steps: PostgreSQL keeps no statistics of it. */
  readonly derived: boolean;
}
