import type { Actor } from './actor.js';

/** A condition for `Where.and(...)`: SQL with `?` for each value. */
export type Condition = readonly [sql: string, ...values: unknown[]];

/**
 * Enterprises a secretary may see: those assigned today. `enterpriseId` is the column, such as `t.enterprise_id`;
 * records of an enterprise (contracts, commitments, contacts) use the same condition. Other roles see every enterprise
 * of the zone. A secretary sees no record without an enterprise.
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
