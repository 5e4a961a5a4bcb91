export { industryTable, parkTable } from './park.entity.js';
export * from './parks.module.js';
export * from './parks.service.js';
