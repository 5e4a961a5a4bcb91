export * from './actor.js';
export * from './exact.js';
export * from './insert-many.js';
export * from './list-rows.js';
export * from './ownership.js';
export * from './visibility.js';
export * from './where.js';
export * from './write.js';
