import { useApprovalCounts, useApprovalsHeard } from './useApprovals.js';

/** How many wait for me; on every page, so it is the one that listens. */
export function ApprovalCount() {
  useApprovalsHeard();
  const todo = useApprovalCounts()?.todo;
  return todo ? <>{todo}</> : null;
}
