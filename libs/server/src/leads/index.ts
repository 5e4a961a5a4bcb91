export { followUpTable, leadTable } from './lead.entity.js';
export { FollowUpsService } from './follow-ups.service.js';
export { LeadHistoryService } from './lead-history.service.js';
export { leadsDueSource } from './leads.due-source.js';
export { LeadsModule } from './leads.module.js';
export { LeadsService } from './leads.service.js';
export { visibleLeads, leadMatching } from './leads.store.js';
export { leadFollower } from './merge-leads.js';
export { heldLeads } from './held-leads.js';
