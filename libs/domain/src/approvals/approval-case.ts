import type { Lifecycle } from '../lifecycle/index.js';
import { Refusal } from '../refusal/index.js';
import type { ApprovalLevel } from './approval-policy.js';

/** 待审批, 已批准, 已退回, 已撤回. */
export const approvalStates = ['pending', 'granted', 'returned', 'revoked'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/**
 * A granted case may still be revoked before it is used. A returned or revoked case is closed; a new request is a new
 * case.
 */
export const approvalLifecycle: Lifecycle<ApprovalState> = {
  pending: ['granted', 'returned', 'revoked'],
  granted: ['revoked'],
  returned: [],
  revoked: [],
};

/** One required signature of a level. If a level has several (会签, an added signer), all of them are needed. */
export interface ApprovalStep {
  readonly id: string;
  /** From 1. */
  readonly level: number;
  readonly by: ApprovalLevel;
  /** null until decided. */
  readonly decidedBy: string | null;
}

export interface ApprovalCase {
  readonly state: ApprovalState;
  readonly requestedBy: string;
  readonly steps: readonly ApprovalStep[];
}

export interface Approver {
  readonly userId: string;
  readonly role: string;
}

/** An administrator may decide what a manager may decide. */
const mayDecide = (approver: Approver, by: ApprovalLevel): boolean =>
  'role' in by ? approver.role === by.role || approver.role === 'admin' : by.userIds.includes(approver.userId);

/** The lowest level with a missing signature; null when all have signed. */
export const currentLevel = ({ steps }: Pick<ApprovalCase, 'steps'>): number | null =>
  steps.reduce<number | null>(
    (lowest, { level, decidedBy }) => (decidedBy === null && (lowest === null || level < lowest) ? level : lowest),
    null,
  );

/** The signatures that can be given now. */
export const openSteps = (one: Pick<ApprovalCase, 'steps'>): ApprovalStep[] =>
  one.steps.filter(({ level, decidedBy }) => decidedBy === null && level === currentLevel(one));

/**
 * The step this person can decide now; a step that names the person comes first. Refuses `approval.closed` (conflict:
 * the case is decided), `approval.own` (forbidden: their own request), `approval.twice` (conflict: they signed another
 * step) and `approval.not-yours` (forbidden: it waits for others).
 */
export function stepToDecide(one: ApprovalCase, approver: Approver): ApprovalStep {
  assertPending(one);
  if (one.requestedBy === approver.userId) throw Refusal.forbidden('approval.own');
  if (one.steps.some(({ decidedBy }) => decidedBy === approver.userId)) throw Refusal.conflict('approval.twice');
  const mine = openSteps(one).filter(({ by }) => mayDecide(approver, by));
  const step = mine.find(({ by }) => 'userIds' in by) ?? mine[0];
  if (!step) throw Refusal.forbidden('approval.not-yours');
  return step;
}

/**
 * Only the requester may withdraw a case, and only while it is pending. Refuses `approval.closed` (conflict) and
 * `approval.not-yours` (forbidden).
 */
export function assertRevocable(one: ApprovalCase, userId: string): void {
  assertPending(one);
  if (one.requestedBy !== userId) throw Refusal.forbidden('approval.not-yours');
}

/**
 * 加签: adds one signature to the current level. Refuses what {@link stepToDecide} refuses, `approval.own` if the signer
 * is the requester, and `approval.twice` if the signer is already named or has signed.
 */
export function assertAddable(one: ApprovalCase, approver: Approver, signer: string): void {
  stepToDecide(one, approver);
  if (signer === one.requestedBy) throw Refusal.forbidden('approval.own');
  const named = one.steps.some(
    ({ by, decidedBy }) =>
      decidedBy === signer || (decidedBy === null && 'userIds' in by && by.userIds.includes(signer)),
  );
  if (named || signer === approver.userId) throw Refusal.conflict('approval.twice');
}

/** The state of the case, and its current level, once this step is signed. */
export const afterApproval = (
  one: ApprovalCase,
  stepId: string,
  by: string,
): { readonly state: ApprovalState; readonly level: number | null } => {
  const level = currentLevel({
    steps: one.steps.map((step) => (step.id === stepId ? { ...step, decidedBy: by } : step)),
  });
  return { state: level === null ? 'granted' : 'pending', level };
};

function assertPending({ state }: ApprovalCase): void {
  if (state !== 'pending') throw Refusal.conflict('approval.closed', { state });
}
