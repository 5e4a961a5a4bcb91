export { AuditBreak, AuditEntry, AuditVerdict, auditEntries } from './audit.contract.js';
