export * from './consequences.contract.js';
export * from './decisions.contract.js';
