export { industryTable, parkTable } from './park.entity.js';
export { ParksModule } from './parks.module.js';
export { ParksService } from './parks.service.js';
