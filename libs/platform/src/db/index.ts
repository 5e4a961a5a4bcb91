export * from './data-source.js';
export * from './database-away.js';
export * from './database.js';
export * from './guarded-update.js';
export { v7 as newId } from 'uuid';
