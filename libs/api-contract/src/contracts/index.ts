export * from './contract-shapes.js';
export * from './contracts.contract.js';
export * from './checklist.contract.js';
export * from './support-clauses.contract.js';
