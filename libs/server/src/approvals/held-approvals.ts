import { Refusal } from '@crm/domain/refusal';
import { publish } from '@crm/platform/live';
import { counting, type HoldingSource } from '../leaving/index.js';

const WAITING = `
  FROM approval_step s
  JOIN approval t ON t.id = s.approval_id
  WHERE t.state = 'pending' AND s.decided_by IS NULL AND $1::uuid = ANY (s.user_ids)
`;
/** $2 is asked already, has signed another level, or made the request. */
const BARRED = `(
  $2::uuid = ANY (s.user_ids)
  OR t.requested_by = $2
  OR EXISTS (SELECT 1 FROM approval_step o WHERE o.approval_id = t.id AND o.decided_by = $2)
)`;

/** Signatures that wait for the person by name; those that wait for a role wait for others as well. */
export const signatures: HoldingSource = {
  kind: 'signatures',
  count: counting(WAITING),
  handOn: {
    roles: ['manager', 'admin'],
    /**
     * Nobody signs twice, and nobody the own request: there the place of the leaver falls to the others. Refuses
     * `leaving.own-request` where there are no others.
     */
    to: async (tx, { fromUserId, toUserId }) => {
      const [alone] = await tx.rows<{ count: number }>(
        `SELECT count(*)::int AS count ${WAITING} AND cardinality(s.user_ids) = 1 AND ${BARRED}`,
        [fromUserId, toUserId],
      );
      if (alone && alone.count > 0) throw new Refusal('leaving.own-request', { count: alone.count });
      await tx.run(
        `UPDATE approval_step s
         SET
           user_ids = CASE
             WHEN ${BARRED} THEN array_remove(s.user_ids, $1::uuid)
             ELSE array_replace(s.user_ids, $1::uuid, $2::uuid)
           END
         FROM approval t
         WHERE t.id = s.approval_id AND t.state = 'pending' AND s.decided_by IS NULL AND $1::uuid = ANY (s.user_ids)`,
        [fromUserId, toUserId],
      );
      await publish(tx, { topic: 'approvals' });
    },
  },
};

/** Own requests stay as they were made: others decide them, and the record they are about goes on. */
export const approvalRequests: HoldingSource = {
  kind: 'requests',
  count: counting(`FROM approval t WHERE t.requested_by = $1 AND t.state = 'pending'`),
};
