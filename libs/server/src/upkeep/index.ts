export * from './upkeep.jobs.js';
export * from './upkeep.module.js';
export * from './upkeep.service.js';
