// What runs jobs. It is a room of its own because the API only declares and requests jobs, and BullMQ with its Redis
// client would be a sixth of the API's memory.
export { queueServerOf, type QueueServer } from './backend.js';
export { JobEngine, type Settle } from './job-engine.js';
export { UnfitQueueServerError } from './redis-backend.js';
export { within } from './within.js';
