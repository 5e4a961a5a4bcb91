export * from './lead-lifecycle.js';
export * from './first-report.js';
export * from './lead-dues.js';
export * from './lead-progress.js';
