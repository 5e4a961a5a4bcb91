export { AuditAnchor, AuditBreak, AuditEntry, AuditVerdict, auditEntries } from './audit.contract.js';
export { BREAK_WORDS } from './breaks.js';
