export * from './clause-facts.js';
export * from './consequence-clause.js';
export * from './consequences.js';
export * from './decision.js';
