export * from './approval-policy.js';
export * from './approval-case.js';
