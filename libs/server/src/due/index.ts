export * from './due-source.js';
export * from './due.jobs.js';
