export { AuditBreak, AuditEntry, AuditVerdict, MOST_EXPORTED, auditEntries } from './audit.contract.js';
export { recordOf, tellsOf } from './tells.js';
