export { DistinctionsService } from './distinctions.service.js';
export { MergingModule } from './merging.module.js';
export { MergingService } from './merging.service.js';
