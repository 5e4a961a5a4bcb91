import { indicators } from '@crm/domain/standards';
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
 * One row per counted contract: SQL with its values. There are two ways to them, and the columns are the same in both.
 * `storedMembers` reads the sums kept with every change; `liveMembers` computes from promises, figures and standards.
 */
export interface Members {
  readonly sql: string;
  readonly values: unknown[];
  /** True of what is computed in many steps: PostgreSQL keeps no statistics of it. */
  readonly derived: boolean;
}

/** Columns of the contract that every member has. */
export const MEMBER_COLUMNS = 'c.id, c.park_id, c.industry_id, c.signed_on, c.handler_name, c.amount_wan';

/** The same columns for investment, output and tax. */
export const perIndicator = (columns: (indicator: string) => string): string => indicators.map(columns).join(',\n');
