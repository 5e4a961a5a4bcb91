export * from './enterprises.contract.js';
