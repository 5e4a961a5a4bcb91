export { TrailModule } from './trail.module.js';
export { Trail } from './trail.service.js';
export type { Told } from './waiting.js';
