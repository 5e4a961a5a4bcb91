import type { Actor } from './actor.js';

/** A condition for `Where.and(...)`: SQL with `?` for each value. */
export type Condition = readonly [sql: string, ...values: unknown[]];

/**
 * Firms a secretary may know of: those assigned to them today. `enterpriseId` is the column that holds the firm, such
 * as
 * `t.enterprise_id`; what hangs on a firm (contracts, commitments, contacts) is narrowed by the same condition. Others
 * see every
 * firm of the zone, so for them it holds always; a record without a firm is nobody's to a secretary.
 */
export function assignedTo(actor: Actor, enterpriseId: string, today: string): Condition {
  if (actor.role !== 'secretary') return ['true'];
  return [
    `EXISTS (
       SELECT 1
       FROM secretary_assignment sa
       WHERE sa.enterprise_id = ${enterpriseId}
           AND sa.user_id = ?
           AND sa.from_day <= ?
           AND (sa.to_day IS NULL OR sa.to_day >= ?)
     )`,
    actor.userId,
    today,
    today,
  ];
}
