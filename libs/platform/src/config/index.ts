export type { AuditConfig } from './audit-settings.js';
export { CONFIG, ConfigurationError, readConfig, type Config, type Needed, type RedisTopology } from './config.js';
