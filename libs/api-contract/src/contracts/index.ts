export * from './contract-shapes.js';
export * from './contracts.contract.js';
