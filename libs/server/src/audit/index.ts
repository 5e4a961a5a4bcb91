export { auditJobs, anchorAudit, encryptAudit, moveOldAudit, sealAudit } from './audit.jobs.js';
export { Adoption, sealedMigrations } from './adoption.js';
export { AuditKeys } from './audit-keys.js';
export { AuditModule } from './audit.module.js';
export { AuditService } from './audit.service.js';
export { HeadSigner } from './head-signer.js';
export { PersonalValues } from './personal.js';
export { Retention } from './retention.js';
export { keptTables } from './kept-tables.js';
