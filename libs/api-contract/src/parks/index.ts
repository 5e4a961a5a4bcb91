export * from './parks.contract.js';
