export * from './commitments.contract.js';
export * from './portfolio.contract.js';
export * from './touched-drafts.contract.js';
export * from './assessment-defaults.contract.js';
