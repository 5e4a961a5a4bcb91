export * from './decisions.module.js';
export { carryClauses, changeClauses } from './change-clauses.js';
export { clauseFactsOf } from './clauses.store.js';
export * from './clauses.service.js';
export * from './consequences.service.js';
export * from './decisions.service.js';
