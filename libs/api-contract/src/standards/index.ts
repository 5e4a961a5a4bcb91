export * from './standards.contract.js';
