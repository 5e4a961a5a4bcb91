export * from './file-kinds.js';
export * from './file-name.js';
