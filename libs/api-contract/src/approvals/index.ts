export * from './approvals.contract.js';
