export * from '../due/index.js';
export * from './dedupe-key.js';
export * from './escalation.js';
