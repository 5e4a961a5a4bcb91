export { Approval, ApprovalInFull, approvals } from './approvals.contract.js';
export { ApprovalPolicy, approvalPolicies } from './approval-policies.contract.js';
