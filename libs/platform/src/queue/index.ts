export { defineJob, provenHandlers, type JobDeclaration, type JobHandler, type Lane } from './define-job.js';
export { JobRequests, REQUEST_CHANNEL, requestJob, settleIn } from './outbox.js';
export { Relay, TAKEN_SECONDS, type RelaySource, type Waiting } from './relay.js';
