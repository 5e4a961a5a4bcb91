export { appUserTable, departmentTable } from './access.entity.js';
export { AccessModule } from './access.module.js';
export { AccessService, DEMO_ACCOUNTS, type StartedSession } from './access.service.js';
export { hashPassword } from './passwords.js';
export { RateLimitsService } from './rate-limits.service.js';
export { SessionsService } from './sessions.service.js';
export { UsersService } from './users.service.js';
export { ApiKeysService } from './api-keys.service.js';
