export * from './due-item.js';
