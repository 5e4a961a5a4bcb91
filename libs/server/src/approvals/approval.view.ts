import type { Approval, ApprovalInFull } from '@crm/api-contract/approvals';
import { can } from '@crm/api-contract/access';
import { openSteps, stepToDecide } from '@crm/domain/approvals';
import { isRefusal } from '@crm/domain/refusal';
import type { Rows } from '@crm/platform/db';
import { accountsOf, known, shaped, type Actor } from '../data-access/index.js';
import { caseOf, type ApprovalRecord, type ApprovalRow, type Looking, type StepRow } from './approval.js';
import { LISTED_COLUMNS, LISTED_FROM, stepsOf, visibleApprovals } from './approvals.store.js';

export interface ListedRow extends ApprovalRow {
  readonly contractNumber: string | null;
  readonly enterpriseName: string | null;
  readonly projectName: string | null;
}

type Names = ReadonlyMap<string, string>;
const person = (names: Names, id: string) => ({ id, name: names.get(id) ?? '' });
const someone = (names: Names, id: string | null) => (id === null ? null : person(names, id));
const openTo = (names: Names, { role, userIds }: Pick<StepRow, 'role' | 'userIds'>) => ({
  role,
  people: (userIds ?? []).map((id) => person(names, id)),
});

export async function namesIn(rows: Rows, listed: readonly ApprovalRow[], steps: readonly StepRow[]): Promise<Names> {
  const ids = [
    ...listed.flatMap((row) => [row.requestedBy, row.closedBy]),
    ...steps.flatMap((step) => [step.decidedBy, step.addedBy, ...(step.userIds ?? [])]),
  ].filter((id) => id !== null);
  return new Map(
    (
      await rows.rows<{ id: string; name: string }>('SELECT id, name FROM app_user WHERE id = ANY($1)', [
        [...new Set(ids)],
      ])
    ).map((row) => [row.id, row.name]),
  );
}

export function approvalView(
  { createdAt, ...row }: ListedRow,
  steps: readonly StepRow[],
  names: Names,
  looking: Actor & Looking,
): Approval {
  const waiting = new Set(row.state === 'pending' ? openSteps(caseOf(row, steps, looking)).map(({ id }) => id) : []);
  return shaped<Approval>()({
    ...row,
    waitingFor: steps.filter(({ id }) => waiting.has(id)).map((step) => openTo(names, step)),
    mayDecide: mayDecide(row, steps, looking),
    mayRevoke: row.state === 'pending' && looking.accounts.includes(row.requestedBy),
    requestedBy: person(names, row.requestedBy),
    requestedAt: createdAt,
    closedBy: someone(names, row.closedBy),
  });
}

/** The case with all its signatures. Refuses `record.absent` (404). */
export async function approvalInFull(rows: Rows, actor: Actor, id: string, today: string): Promise<ApprovalInFull> {
  const where = visibleApprovals(actor, today).and('t.id = ?', id);
  const text = `SELECT ${LISTED_COLUMNS}, t.payload FROM ${LISTED_FROM} ${where.sql}`;
  const { payload, ...row } = known(await rows.one<ListedRow & Pick<ApprovalRecord, 'payload'>>(text, where.values));
  const steps = await stepsOf(rows, [id]);
  const names = await namesIn(rows, [row], steps);
  return {
    ...approvalView(row, steps, names, { ...actor, accounts: await accountsOf(rows, actor) }),
    payload: payload as ApprovalInFull['payload'],
    steps: steps.map((step) => stepView(step, names)),
  };
}

const stepView = ({ approvalId: _case, role, userIds, ...step }: StepRow, names: Names) =>
  shaped<ApprovalInFull['steps'][number]>()({
    ...step,
    ...openTo(names, { role, userIds }),
    addedBy: someone(names, step.addedBy),
    decidedBy: someone(names, step.decidedBy),
  });

function mayDecide(
  row: Pick<ApprovalRow, 'state' | 'requestedBy'>,
  steps: readonly StepRow[],
  looking: Actor & Looking,
): boolean {
  if (!can(looking, 'approve', 'Approval')) return false;
  try {
    return stepToDecide(caseOf(row, steps, looking), looking).id !== '';
  } catch (thrown) {
    if (isRefusal(thrown)) return false;
    throw thrown;
  }
}
