import type { Approval, ApprovalInFull } from '@crm/api-contract/approvals';
import { can } from '@crm/api-contract/access';
import { openSteps, stepToDecide } from '@crm/domain/approvals';
import { isRefusal } from '@crm/domain/refusal';
import type { Rows } from '@crm/platform/db';
import { exact, known, type Actor } from '../data-access/index.js';
import { caseOf, type ApprovalRow, type StepRow } from './approval.js';
import { LISTED_COLUMNS, LISTED_FROM, stepsOf, visibleApprovals } from './approvals.store.js';

export interface ListedRow extends ApprovalRow {
  contract_number: string | null;
  enterprise_name: string | null;
  project_name: string | null;
}

type Names = ReadonlyMap<string, string>;
const person = (names: Names, id: string) => ({ id, name: names.get(id) ?? '' });
const someone = (names: Names, id: string | null) => (id === null ? null : person(names, id));
const openTo = (names: Names, { role, user_ids }: Pick<StepRow, 'role' | 'user_ids'>) => ({
  role,
  people: (user_ids ?? []).map((id) => person(names, id)),
});

export async function namesIn(rows: Rows, listed: readonly ApprovalRow[], steps: readonly StepRow[]): Promise<Names> {
  const ids = [
    ...listed.flatMap((row) => [row.requested_by, row.closed_by]),
    ...steps.flatMap((step) => [step.decided_by, step.added_by, ...(step.user_ids ?? [])]),
  ].filter((id) => id !== null);
  return new Map(
    (
      await rows.rows<{ id: string; name: string }>('SELECT id, name FROM app_user WHERE id = ANY($1)', [
        [...new Set(ids)],
      ])
    ).map((row) => [row.id, row.name]),
  );
}

export function approvalView(row: ListedRow, steps: readonly StepRow[], names: Names, actor: Actor): Approval {
  const waiting = new Set(row.state === 'pending' ? openSteps(caseOf(row, steps)).map(({ id }) => id) : []);
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    contractId: row.contract_id,
    contractNumber: row.contract_number,
    enterpriseName: row.enterprise_name,
    projectName: row.project_name,
    title: row.title,
    amountWan: exact(row.amount_wan),
    belowStandard: row.below_standard,
    state: row.state,
    level: row.level,
    levels: row.levels,
    waitingFor: steps.filter(({ id }) => waiting.has(id)).map((step) => openTo(names, step)),
    mayDecide: mayDecide(row, steps, actor),
    mayRevoke: row.state === 'pending' && row.requested_by === actor.userId,
    requestedBy: person(names, row.requested_by),
    requestedAt: row.created_at,
    closedBy: someone(names, row.closed_by),
    closedAt: row.closed_at,
    reason: row.reason,
    demo: row.demo,
    version: row.version,
  };
}

/** The case with all its signatures. Refuses `record.absent` (404). */
export async function approvalInFull(rows: Rows, actor: Actor, id: string, today: string): Promise<ApprovalInFull> {
  const where = visibleApprovals(actor, today).and('t.id = ?', id);
  const row = known(
    await rows.one<ListedRow>(`SELECT ${LISTED_COLUMNS} FROM ${LISTED_FROM} ${where.sql}`, where.values),
  );
  const steps = await stepsOf(rows, [id]);
  const names = await namesIn(rows, [row], steps);
  return {
    ...approvalView(row, steps, names, actor),
    payload: row.payload as ApprovalInFull['payload'],
    steps: steps.map((step) => stepView(step, names)),
  };
}

const stepView = (step: StepRow, names: Names): ApprovalInFull['steps'][number] => ({
  id: step.id,
  level: step.level,
  ...openTo(names, step),
  addedBy: someone(names, step.added_by),
  addedReason: step.added_reason,
  decidedBy: someone(names, step.decided_by),
  decision: step.decision,
  note: step.note,
  at: step.at,
  createdAt: step.created_at,
});

function mayDecide(row: ApprovalRow, steps: readonly StepRow[], actor: Actor): boolean {
  if (!can(actor, 'approve', 'Approval')) return false;
  try {
    return stepToDecide(caseOf(row, steps), actor).id !== '';
  } catch (thrown) {
    if (isRefusal(thrown)) return false;
    throw thrown;
  }
}
