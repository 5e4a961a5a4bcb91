export * from './timeline.contract.js';
