import { useApprovalCounts, useApprovalsHeard } from './useApprovals.js';

/** Approvals that wait for me. It is on every page, so it listens for changes. */
export function ApprovalCount() {
  useApprovalsHeard();
  const todo = useApprovalCounts()?.todo;
  return todo ? <>{todo}</> : null;
}
