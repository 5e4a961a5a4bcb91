export * from './receipts.contract.js';
export * from './milestone-progress.contract.js';
export * from './check-up.contract.js';
export * from './four-batches.contract.js';
