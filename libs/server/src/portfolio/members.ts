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
 * The counted contracts, computed in two ways with equal sums. `storedMembers` reads values stored with every change;
 * `liveMembers` computes from commitments, figures and standards.
 */
export interface Members {
  /**
   * One row of sums for each value of `key`, an expression over the contract `c`. null: one row for all, even without
   * contracts.
   */
  readonly summed: (key: string | null) => string;
  readonly values: unknown[];
  /** true if it is computed in many steps: PostgreSQL has no statistics for it. */
  readonly derived: boolean;
}
