export { ConfigurationModule } from './configuration.module.js';
export { ConfigurationService } from './configuration.service.js';
