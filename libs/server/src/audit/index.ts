export { anchorAudit, auditJobs } from './audit.jobs.js';
export { AuditModule } from './audit.module.js';
export { AuditService } from './audit.service.js';
export { ExportEntriesService } from './export-entries.service.js';
