export * from './due-item.js';
export * from './dedupe-key.js';
export * from './escalation.js';
