export { UnfitQueueServerError, queueServerOf, type QueueServer } from './backend.js';
export * from './define-job.js';
export * from './job-engine.js';
export * from './outbox.js';
export * from './relay.js';
export { within } from './within.js';
