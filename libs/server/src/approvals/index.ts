export { ApprovalsModule } from './approvals.module.js';
export { ApprovalsService } from './approvals.service.js';
export { ApprovalInboxService } from './inbox.service.js';
export { policiesNow, levelsNow, latestCase } from './approvals.store.js';
export { approvalsDueSource } from './approvals.due-source.js';
export { PoliciesService } from './policies.service.js';
export type { ApprovalRequest, ApprovalRecord } from './approval.js';
export { approvalRequests, signatures } from './held-approvals.js';
