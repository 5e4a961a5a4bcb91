export * from './decisions.module.js';
export * from './clauses.service.js';
export * from './consequences.service.js';
export * from './decisions.service.js';
