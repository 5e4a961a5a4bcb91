export * from './supplements.contract.js';
