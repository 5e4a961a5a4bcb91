export * from './parks.module.js';
export * from './parks.service.js';
