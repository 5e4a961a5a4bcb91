// What runs jobs. Apart from what declares and requests them: the API does only that, and BullMQ and its Redis client
// are a sixth of its memory.
export { UnfitQueueServerError, queueServerOf, type QueueServer } from '../backend.js';
export * from '../job-engine.js';
export { within } from '../within.js';
