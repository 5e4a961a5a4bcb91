export * from './follow-ups.service.js';
export * from './lead-history.service.js';
export * from './leads.due-source.js';
export * from './leads.module.js';
export * from './leads.service.js';
export { leadMatching, visibleLeads } from './leads.store.js';
