export * from './commitments.contract.js';
export * from './portfolio.contract.js';
