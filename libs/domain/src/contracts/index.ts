export * from './contract.js';
export * from './signed-once.js';
export * from './milestones.js';
export * from './same-contract.js';
export * from './check-up.js';
export * from './idle-land.js';
export * from './contract-area.js';
export * from './checklist.js';
