export * from './per-mu-classes.contract.js';
