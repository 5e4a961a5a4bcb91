export * from './abilities.js';
export * from './access.contract.js';
