import { worded } from '../providers/i18nProvider.js';

export const TimelinePanel = worded(
  () => import('./TimelinePanel.js'),
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
);
export const TimelineCard = worded(
  () => import('./TimelineCard.js'),
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
);
