export * from './lead.js';
export * from './first-report.js';
export * from './lead-progress.js';
export * from './lead.example.js';
