export * from './credit-code.js';
export * from './stored-name.js';
export * from './matching-name.js';
export * from './enterprise-meant.js';
export * from './masked.js';
export * from './phone-questions.js';
