import type { ApprovalCase, ApprovalLevel, Approver } from '@crm/domain/approvals';
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

/** What a room does when a case of its kind is decided. It runs in the same transaction, as the person who decided. */
export interface ApprovalHandler {
  granted(tx: Tx, actor: Actor, approval: ApprovalRecord): Promise<void>;
  returned?(tx: Tx, actor: Actor, approval: ApprovalRecord, reason: string): Promise<void>;
  /** The requester withdrew it. */
  revoked?(tx: Tx, actor: Actor, approval: ApprovalRecord): Promise<void>;
}

/** Without its payload, as in lists. */
export type ApprovalRow = ShownOf<typeof approvalTable>;
export type StepRow = ShownOf<typeof approvalStepTable>;

const levelOf = ({ role, userIds }: Pick<StepRow, 'role' | 'userIds'>): ApprovalLevel =>
  role === null ? { userIds: userIds ?? [] } : { role };

/** The person who looks at a case, with every account that counts as this person. */
export interface Looking extends Approver {
  readonly accounts: readonly string[];
}

/** A step done with a key of this person is shown as done by the person. */
export const caseOf = (
  { state, requestedBy }: Pick<ApprovalRow, 'state' | 'requestedBy'>,
  steps: readonly StepRow[],
  { userId, accounts }: Looking,
): ApprovalCase => {
  const person = (account: string) => (accounts.includes(account) ? userId : account);
  return {
    state,
    requestedBy: person(requestedBy),
    steps: steps.map((step) => ({
      id: step.id,
      level: step.level,
      by: levelOf(step),
      decidedBy: step.decidedBy && person(step.decidedBy),
    })),
  };
};
