export { CoReport, TimelineEntry } from './lead-history.contract.js';
export { DuplicateMatch, duplicates } from './duplicates.contract.js';
export { FollowUp, followUps } from './follow-ups.contract.js';
export { Lead, LeadDetail, leads } from './leads.contract.js';
