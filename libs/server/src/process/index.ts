export * from './process.module.js';
export * from './is-final.js';
