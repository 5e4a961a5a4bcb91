export * from './asked-route.js';
export * from './costly.js';
export * from './list-query.js';
export * from './problem.js';
export * from './route.js';
export * from './scalars.js';
