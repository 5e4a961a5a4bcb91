export * from './process.module.js';
