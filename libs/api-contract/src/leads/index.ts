export {
  CoReport,
  DuplicateMatch,
  FollowUp,
  Lead,
  LeadDetail,
  TimelineEntry,
  duplicates,
  followUps,
  leads,
} from './leads.contract.js';
