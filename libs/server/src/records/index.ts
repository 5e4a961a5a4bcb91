export * from './actor.js';
export * from './list-rows.js';
export * from './where.js';
export * from './write.js';
