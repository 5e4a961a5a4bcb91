import { addDays, dayOfInstant } from '@crm/domain/days';
import { reminderSteps, type StepPlan } from '@crm/domain/due';
import type { RowOf } from '@crm/platform/db';
import { ITSELF, type DueSource } from '../due/index.js';
import { visibleApprovals } from './approvals.store.js';
import { approvalTable } from './approval.entity.js';

/**
 * Our default: a case is decided within a week. The reminder comes on the day of the request, and weekly once it is
 * late.
 */
const DAYS = 7;
const RULE = 'approval.waiting';
const waitingPlan: StepPlan = { daysBefore: [DAYS], overdueEveryDays: 7 };

interface WaitingRow extends Pick<RowOf<typeof approvalTable>, 'id' | 'kind' | 'createdAt'> {
  readonly userId: string;
  readonly requestedBy: string;
  readonly contractNumber: string | null;
  readonly enterpriseId: string | null;
  readonly enterpriseName: string | null;
  readonly projectName: string | null;
}

/** Pending cases, each for everybody who may sign it now (as `waitingFor` lists them on the page). */
export const approvalsDueSource: DueSource = {
  room: 'approvals',
  rules: [{ code: RULE, plan: waitingPlan, recipients: ['officer'] }],
  async units(rows, _question, { after, limit }) {
    const found = await rows.rows<{ id: string }>(
      `SELECT t.id FROM approval t WHERE t.state = 'pending' AND t.id > $1 ORDER BY t.id LIMIT $2`,
      [after, limit],
    );
    return found.map(({ id }) => id);
  },
  async items(rows, { today, until, planOf }, units) {
    const waiting = await rows.rows<WaitingRow>(
      `SELECT DISTINCT
         ${approvalTable.pick('t', 'id', 'kind', 'createdAt')}, u.id AS "userId", r.name AS "requestedBy",
         c.number AS "contractNumber", c.enterprise_id AS "enterpriseId", e.name AS "enterpriseName",
         j.name AS "projectName"
       FROM approval t
       JOIN approval_step s ON s.approval_id = t.id AND s.level = t.level AND s.decided_by IS NULL
       JOIN app_user u
         ON u.disabled_at IS NULL
           AND u.id <> t.requested_by
           AND NOT EXISTS (SELECT 1 FROM api_key k WHERE k.user_id = t.requested_by AND k.created_by = u.id)
           AND (u.role = s.role OR u.id = ANY(s.user_ids))
       JOIN app_user r ON r.id = t.requested_by
       LEFT JOIN contract c ON c.id = t.contract_id
       LEFT JOIN enterprise e ON e.id = c.enterprise_id
       LEFT JOIN investment_project j ON j.id = c.project_id
       WHERE t.state = 'pending'
           AND t.id = ANY($1)
           AND NOT EXISTS (SELECT 1 FROM approval_step d WHERE d.approval_id = t.id AND d.decided_by = u.id)
       ORDER BY t.id, u.id`,
      [units],
    );
    return waiting.flatMap((row) => {
      const dueDay = addDays(dayOfInstant(row.createdAt), DAYS);
      return reminderSteps(dueDay, today, until, planOf(RULE)).map((step) => ({
        rule: RULE,
        subject: { type: 'approval', id: row.id },
        dueDay,
        ...step,
        unit: row.id,
        recipients: ['officer' as const],
        ownerId: row.userId,
        enterpriseId: row.enterpriseId,
        facts: {
          approvalKind: row.kind,
          requestedBy: row.requestedBy,
          contractNumber: row.contractNumber,
          enterpriseName: row.enterpriseName,
          projectName: row.projectName,
        },
        link: `/approvals?case=${row.id}`,
      }));
    });
  },
  touchedBy: {
    approval: ITSELF,
    // A case names its signers by role or by person.
    user: `
      SELECT t.id
      FROM approval t
      JOIN approval_step s ON s.approval_id = t.id
      WHERE t.state = 'pending'
          AND (s.user_ids && $1::uuid[] OR s.role IN (SELECT u.role FROM app_user u WHERE u.id = ANY($1)))
    `,
  },
  readable: (actor, today) => ({
    from: 'approval t LEFT JOIN contract c ON c.id = t.contract_id',
    id: 't.id',
    where: visibleApprovals(actor, today),
  }),
};
