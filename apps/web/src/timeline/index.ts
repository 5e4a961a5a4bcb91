import { worded } from '../providers/i18nProvider.js';

/** The events name what happened in all these rooms. */
const ROOMS = [
  'approvals',
  'commitments',
  'contracts',
  'decisions',
  'files',
  'imports',
  'indicators',
  'lights',
  'overview',
  'progress',
  'reminders',
  'supplements',
  'timeline',
] as const;

export const TimelinePanel = worded(() => import('./TimelinePanel.js'), ...ROOMS);
export const TimelineCard = worded(() => import('./TimelineCard.js'), ...ROOMS);
