import { reachOf } from '@crm/api-contract/permissions';
import { levelsAsked, type ApprovalKind, type ApprovalQuestion } from '@crm/domain/approvals';
import type { Rows, ShownOf } from '@crm/platform/db';
import { Where, reaching, type Actor } from '../data-access/index.js';
import type { ApprovalRecord, Looking, StepRow } from './approval.js';
import { approvalPolicyTable, approvalStepTable, approvalTable } from './approval.entity.js';

export const RECORD_COLUMNS = `${approvalTable.columns('t')}, t.payload`;
export const LISTED_COLUMNS = `
  ${approvalTable.columns('t')}, c.number AS "contractNumber", e.name AS "enterpriseName", j.name AS "projectName"
`;
export const LISTED_FROM = `approval t
   LEFT JOIN contract c ON c.id = t.contract_id
   LEFT JOIN enterprise e ON e.id = c.enterprise_id
   LEFT JOIN investment_project j ON j.id = c.project_id`;

/** Cases an actor may see: their own, those they sign, and those on contracts they see. */
export function visibleApprovals(actor: Actor, today: string): Where {
  if (reachOf(actor.role, 'read', 'Approval') === 'zone') return new Where();
  const [seen, ...values] = reaching(actor, ['read', 'Approval'], ['contract', 'c'], today);
  return new Where().and(
    `t.requested_by = ?
       OR EXISTS (SELECT 1 FROM approval_step s WHERE s.approval_id = t.id AND ? = ANY(s.user_ids))
       OR (t.contract_id IS NOT NULL AND ${seen})`,
    actor.userId,
    actor.userId,
    ...values,
  );
}

const stood = (role: string): string[] => (role === 'admin' ? ['admin', 'manager'] : [role]);

/** The same rule as `stepToDecide`, for all cases: what waits for this person. */
export const waitingFor = (where: Where, { role, userId, accounts }: Looking): Where =>
  where.and(
    `t.state = 'pending'
       AND t.requested_by <> ALL(?::uuid[])
       AND EXISTS (
         SELECT 1
         FROM approval_step s
         WHERE s.approval_id = t.id
             AND s.level = t.level
             AND s.decided_by IS NULL
             AND (s.role = ANY(?) OR ? = ANY(s.user_ids))
       )
       AND NOT EXISTS (SELECT 1 FROM approval_step s WHERE s.approval_id = t.id AND s.decided_by = ANY(?::uuid[]))`,
    accounts,
    stood(role),
    userId,
    accounts,
  );

export const decidedBy = (where: Where, userId: string): Where =>
  where.and('EXISTS (SELECT 1 FROM approval_step s WHERE s.approval_id = t.id AND s.decided_by = ?)', userId);

export const stepsOf = (rows: Rows, approvalIds: readonly string[]): Promise<StepRow[]> =>
  approvalStepTable.find(rows, { approvalId: approvalIds }, 'ORDER BY level, created_at, id');

/** Locks the row, so that decisions on one case come one after another. */
export const approvalLocked = (rows: Rows, id: string): Promise<ApprovalRecord | undefined> =>
  rows.one<ApprovalRecord>(`SELECT ${RECORD_COLUMNS} FROM approval t WHERE t.id = $1 FOR NO KEY UPDATE`, [id]);

export interface PolicyRow extends ShownOf<typeof approvalPolicyTable> {
  readonly changedBy: string | null;
}
const POLICY_COLUMNS = `${approvalPolicyTable.columns('p')}, u.name AS "changedBy"`;

/** The policy in force. */
export const policiesNow = (rows: Rows): Promise<PolicyRow[]> =>
  rows.rows<PolicyRow>(
    `SELECT ${POLICY_COLUMNS}
     FROM approval_policy p
     LEFT JOIN app_user u ON u.id = p.changed_by
     WHERE p.known_to IS NULL
     ORDER BY p.kind, p.from_wan, p.below_standard_only DESC`,
  );

export interface EndedPolicyRow extends PolicyRow {
  readonly knownTo: string;
  readonly endedBy: string | null;
  readonly reason: string | null;
}
const EARLIER = 60;

/** Earlier rows, the last to end first. */
export const policiesEnded = (rows: Rows): Promise<EndedPolicyRow[]> =>
  rows.rows<EndedPolicyRow>(`
    SELECT ${POLICY_COLUMNS}, p.known_to AS "knownTo", x.name AS "endedBy", p.end_reason AS reason
    FROM approval_policy p
    LEFT JOIN app_user u ON u.id = p.changed_by
    LEFT JOIN app_user x ON x.id = p.ended_by
    WHERE p.known_to IS NOT NULL
    ORDER BY p.known_to DESC, p.from_wan, p.below_standard_only DESC
    LIMIT ${EARLIER}
  `);

/** The number of levels such a case needs now; 0: no approval. */
export const levelsNow = async (rows: Rows, question: ApprovalQuestion): Promise<number> =>
  levelsAsked(await policiesNow(rows), question).length;

/** The last case of a subject, in any state. */
export const latestCase = (rows: Rows, kind: ApprovalKind, subjectId: string): Promise<ApprovalRecord | undefined> =>
  rows.one<ApprovalRecord>(
    `SELECT ${RECORD_COLUMNS}
     FROM approval t
     WHERE t.kind = $1 AND t.subject_id = $2
     ORDER BY t.created_at DESC, t.id DESC
     LIMIT 1`,
    [kind, subjectId],
  );

export interface ApproverRow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly departmentName: string | null;
}

/** Accounts that may approve at all, by the permission table. */
export const approvers = (rows: Rows): Promise<ApproverRow[]> =>
  rows.rows<ApproverRow>(
    `SELECT u.id, u.name, u.role, d.name AS "departmentName"
     FROM app_user u
     LEFT JOIN department d ON d.id = u.department_id
     WHERE u.disabled_at IS NULL AND u.role IN ('manager', 'admin')
     ORDER BY u.role = 'admin', u.name, u.id`,
  );
