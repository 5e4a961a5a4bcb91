import { useApprovalCounts, useApprovalsHeard } from './useApprovals.js';

/** Approvals that wait for me; it is on every page, so it listens. */
export function ApprovalCount() {
  useApprovalsHeard();
  const todo = useApprovalCounts()?.todo;
  return todo ? <>{todo}</> : null;
}
