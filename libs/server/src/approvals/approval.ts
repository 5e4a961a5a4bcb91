import type { ApprovalCase, ApprovalLevel } from '@crm/domain/approvals';
import type { RowOf, ShownOf, Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import type { approvalStepTable, approvalTable } from './approval.entity.js';

type Stored = RowOf<typeof approvalTable>;

/** What a room asks for. */
export type ApprovalRequest = Pick<
  Stored,
  'kind' | 'subjectId' | 'contractId' | 'title' | 'amountWan' | 'belowStandard' | 'payload'
>;

/** A case as the rooms see it. */
export interface ApprovalRecord extends ApprovalRow, Pick<Stored, 'payload'> {}

/** What happens in a room when a case of its kind is decided: in the same transaction, by the one who decided it. */
export interface ApprovalHandler {
  granted(tx: Tx, actor: Actor, approval: ApprovalRecord): Promise<void>;
  returned?(tx: Tx, actor: Actor, approval: ApprovalRecord, reason: string): Promise<void>;
  /** The one who asked took it back. */
  revoked?(tx: Tx, actor: Actor, approval: ApprovalRecord): Promise<void>;
}

/** Without its payload, as lists have it. */
export type ApprovalRow = ShownOf<typeof approvalTable>;
export type StepRow = ShownOf<typeof approvalStepTable>;

const levelOf = ({ role, userIds }: Pick<StepRow, 'role' | 'userIds'>): ApprovalLevel =>
  role === null ? { userIds: userIds ?? [] } : { role };

export const caseOf = (
  { state, requestedBy }: Pick<ApprovalRow, 'state' | 'requestedBy'>,
  steps: readonly StepRow[],
): ApprovalCase => ({
  state,
  requestedBy,
  steps: steps.map((step) => ({ id: step.id, level: step.level, by: levelOf(step), decidedBy: step.decidedBy })),
});
