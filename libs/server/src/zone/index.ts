export { ChecklistService as FirstChecklistService } from './checklist.service.js';
export { createAdministrator } from './create-administrator.js';
export { printLink } from './setup-link.js';
export { SetupService, nameZone } from './setup.service.js';
export { ZoneModule } from './zone.module.js';
export { ZoneService } from './zone.service.js';
