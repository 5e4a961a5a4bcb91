export * from './supplements.module.js';
export * from './supplements.service.js';
export * from './renewals.service.js';
export * from './ledger-parents.js';
export * from './ledger-supplements.js';
