export * from './four-batches.js';
export * from './period.js';
export * from './progress-dues.js';
