import { worded } from '../providers/i18nProvider.js';

/** 更正, for the page of a contract. */
export const CorrectionsPanel = worded(
  () => import('./CorrectionsPanel.js'),
  'commitments',
  'contracts',
  'corrections',
  'decisions',
  'files',
  'indicators',
  'overview',
  'reminders',
  'supplements',
);
export { CorrectionDrawer } from './CorrectionDrawer.js';
export { useCorrections } from './useCorrections.js';
