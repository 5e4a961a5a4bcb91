export { LightsModule } from './lights.module.js';
export { LightBandsService } from './light-bands.service.js';
export { PaceTargetsService } from './pace-targets.service.js';
export { EnterPaceService } from './enter-pace.service.js';
export { lightsDueSource } from './lights.due-source.js';
