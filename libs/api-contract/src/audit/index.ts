export { AuditAnchor, AuditBreak, AuditEntry, AuditVerdict, MOST_EXPORTED, auditEntries } from './audit.contract.js';
export { BREAK_WORDS } from './breaks.js';
export { recordOf, tellsOf } from './tells.js';
