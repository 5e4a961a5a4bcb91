export * from './backend.js';
export * from './define-job.js';
export * from './job-engine.js';
export * from './outbox.js';
