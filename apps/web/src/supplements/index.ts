import { worded } from '../providers/i18nProvider.js';

/** 补充协议, for the page of a contract. */
export const SupplementsPanel = worded(
  () => import('./SupplementsPanel.js'),
  'commitments',
  'contracts',
  'decisions',
  'indicators',
  'reminders',
  'supplements',
);
export { LinesTable, type Line } from './LinesTable.js';
export { ChangesPreview } from './ChangesPreview.js';
export { RenewDrawer } from './RenewDrawer.js';
export { SupplementDrawer } from './SupplementDrawer.js';
export { factName, showFact } from './factWords.js';

export const AmendsPanel = worded(
  () => import('./AmendsPanel.js'),
  'commitments',
  'contracts',
  'decisions',
  'indicators',
  'reminders',
  'supplements',
);
