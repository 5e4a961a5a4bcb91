export * from './approvals.module.js';
export * from './approvals.service.js';
export * from './inbox.service.js';
export * from './approvals.store.js';
export * from './approvals.due-source.js';
export * from './policies.service.js';
export type { ApprovalHandler, ApprovalRecord, ApprovalRequest } from './approval.js';
