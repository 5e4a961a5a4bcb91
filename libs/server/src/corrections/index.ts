export { CorrectionsModule } from './corrections.module.js';
export { CorrectionsService } from './corrections.service.js';
export { correctionsOfImport } from './corrections.store.js';
