export { Approval, ApprovalInFull, ApprovalPolicy, approvalPolicies, approvals } from './approvals.contract.js';
