export * from '../permissions/index.js';
export * from './access.contract.js';
export * from './api-keys.contract.js';
