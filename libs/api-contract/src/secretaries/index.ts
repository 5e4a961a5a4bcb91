export * from './secretaries.contract.js';
