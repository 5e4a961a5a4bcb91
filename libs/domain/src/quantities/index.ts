export * from './decimal.js';
export * from './area.js';
export * from './money.js';
export * from './per-mu.js';
