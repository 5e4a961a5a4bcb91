export * from './due-source.js';
