export * from './leads.contract.js';
