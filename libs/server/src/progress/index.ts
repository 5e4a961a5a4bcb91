export * from './progress.module.js';
export * from './receipts.service.js';
export * from './check-up.service.js';
export * from './milestone-progress.service.js';
export * from './four-batches.service.js';
export * from './progress.due-source.js';
export * from './milestone-extensions.service.js';
