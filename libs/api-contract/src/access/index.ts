export * from '../permissions/index.js';
export * from './access.contract.js';
