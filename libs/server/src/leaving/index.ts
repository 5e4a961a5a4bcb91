export { counting, type HandOn, type HoldingKind, type HoldingSource } from './holding-source.js';
export { LeavingModule } from './leaving.module.js';
export { LeavingService } from './leaving.service.js';
