export * from './define-job.js';
export * from './outbox.js';
export * from './relay.js';
