export * from './actor.js';
export * from './wire-values.js';
export * from './insert-many.js';
export * from './list-rows.js';
export * from './owned-within.js';
export * from './assigned-to.js';
export * from './where.js';
export * from './change-record.js';
