export * from './files.module.js';
export * from './files.service.js';
export { FileVault } from './file-vault.js';
export * from './file-subjects.js';
export * from './sweep-files.service.js';
export * from './files.jobs.js';
