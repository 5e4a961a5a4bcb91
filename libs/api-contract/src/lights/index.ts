export * from './lights.contract.js';
