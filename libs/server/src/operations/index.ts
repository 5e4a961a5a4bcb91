export { dueSources } from './due-sources.js';
export { HealthService } from './health.service.js';
export { isFinal } from './is-final.js';
export { openDatabase } from './open-database.js';
export { ProcessModule } from './process.module.js';
export { runProcess } from './run-process.js';
export { sweep, upkeepJobs } from './upkeep.jobs.js';
export { UpkeepModule } from './upkeep.module.js';
export { UpkeepService } from './upkeep.service.js';
